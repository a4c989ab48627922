/** {@code javax.imageio}: the read methods of {@code ImageIO} and of every {@code ImageReader}. */
package dev.hotpix.instrument.imageio;
