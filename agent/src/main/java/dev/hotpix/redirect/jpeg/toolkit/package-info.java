/** The JDK's other JPEG decoder, behind {@code Toolkit}, {@code ImageIcon} and Swing. */
package dev.hotpix.redirect.jpeg.toolkit;
