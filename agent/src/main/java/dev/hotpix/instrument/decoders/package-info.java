/** Image libraries outside the JDK, and methods that the user names: measured as a table of methods says. */
package dev.hotpix.instrument.decoders;
