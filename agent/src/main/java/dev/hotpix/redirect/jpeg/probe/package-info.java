/**
 * Synthesizes the small JPEG files that the JVM's own decoder and libjpeg-turbo are compared on.
 * References such as "T.81 B.2.3" are to ITU-T T.81 | ISO/IEC 10918-1.
 */
package dev.hotpix.redirect.jpeg.probe;
