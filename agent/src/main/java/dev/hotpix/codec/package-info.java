/**
 * libjpeg-turbo behind JNI, as a plain library: bytes in, rows out. It knows nothing of agents,
 * ImageIO or AWT.
 *
 * <p>{@link dev.hotpix.codec.CodecLibrary#load} makes the native library available once per
 * process; after that any number of {@link dev.hotpix.codec.JpegDecoder}s run independently. The
 * codec is stricter than libjpeg on purpose: whatever is not a clean, complete 8-bit Huffman file
 * ends in a {@link dev.hotpix.codec.CodecException}, so that the caller can leave such files to the
 * decoder whose warnings and pixels its users expect.
 */
package dev.hotpix.codec;
