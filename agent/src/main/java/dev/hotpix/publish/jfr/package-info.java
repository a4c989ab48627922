/** The operations as events of JDK Flight Recorder. Nothing here is loaded before the JVM has loaded that itself. */
package dev.hotpix.publish.jfr;
