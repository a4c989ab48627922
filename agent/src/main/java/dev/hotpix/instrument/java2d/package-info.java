/** {@code Graphics2D} and {@code java.awt.image}: draws with scaling, transforms and colour conversions. */
package dev.hotpix.instrument.java2d;
