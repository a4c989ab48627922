/** The JDK's own JPEG writer and its one native encode call. */
package dev.hotpix.instrument.jpegwriter;
