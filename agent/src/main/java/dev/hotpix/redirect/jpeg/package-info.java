/** Decides whether a JPEG decode is done by the codec, does it, and leaves everything as stock leaves it. */
package dev.hotpix.redirect.jpeg;
