/** The report that is shown when the JVM ends, as text. */
package dev.hotpix.publish.report;
