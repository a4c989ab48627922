/** The JDK's own JPEG reader and its one native decode call. */
package dev.hotpix.instrument.jpegreader;
