/** {@code java.awt.Toolkit} and {@code java.awt.Image}: images whose pixels are produced later, or on another thread. */
package dev.hotpix.instrument.toolkit;
