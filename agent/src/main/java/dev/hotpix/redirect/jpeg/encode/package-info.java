/** JPEG encodes: decide, encode in place of the JDK's native encoder, leave writer and stream as it does. */
package dev.hotpix.redirect.jpeg.encode;
