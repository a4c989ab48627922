package dev.hotpix.redirect.jpeg.toolkit;

import java.awt.image.ImageConsumer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/**
 * The callbacks of the JDK's {@code sun.awt.image.JPEGImageDecoder}, and what a probe of it needs. The packages
 * {@code sun.awt.image} and {@code java.io} must be open to this class. Looking this up initialises no class.
 */
public final class ToolkitInternals {

    /** Class name of the decoder. */
    public static final String DECODER = "sun.awt.image.JPEGImageDecoder";

    private static final String JAR_STREAM = "sun.net.www.protocol.jar.JarURLConnection$JarURLInputStream";

    private final Class<?> decoderClass;
    private final MethodHandle readImage;
    private final MethodHandle sendHeader;
    private final MethodHandle sendRgb;
    private final MethodHandle sendGray;
    private final MethodHandle newSource;
    private final MethodHandle addConsumer;
    private final MethodHandle fetch;
    private final VarHandle below;

    /** @throws ReflectiveOperationException if this JDK's decoder is not the one we know */
    public ToolkitInternals() throws ReflectiveOperationException {
        decoderClass = Class.forName(DECODER, false, null);
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(decoderClass, MethodHandles.lookup());
        readImage = lookup.findVirtual(decoderClass, "readImage",
                        MethodType.methodType(void.class, InputStream.class, byte[].class))
                .asType(MethodType.methodType(void.class, Object.class, InputStream.class, byte[].class));
        sendHeader = lookup.findVirtual(decoderClass, "sendHeaderInfo", MethodType.methodType(boolean.class, int.class,
                int.class, boolean.class, boolean.class, boolean.class));
        sendRgb = lookup.findVirtual(decoderClass, "sendPixels",
                MethodType.methodType(boolean.class, int[].class, int.class));
        sendGray = lookup.findVirtual(decoderClass, "sendPixels",
                MethodType.methodType(boolean.class, byte[].class, int.class));
        Class<?> source = Class.forName("sun.awt.image.ByteArrayImageSource", false, null);
        newSource = lookup.findConstructor(source, MethodType.methodType(void.class, byte[].class));
        addConsumer = lookup.findVirtual(source, "addConsumer",
                MethodType.methodType(void.class, ImageConsumer.class, boolean.class));
        fetch = lookup.findVirtual(source, "doFetch", MethodType.methodType(void.class));
        below = MethodHandles.privateLookupIn(FilterInputStream.class, MethodHandles.lookup())
                .findVarHandle(FilterInputStream.class, "in", InputStream.class);
    }

    /** The stock decoder, {@code (Object decoder, InputStream, byte[])void}. */
    public MethodHandle stockReadImage() {
        return readImage;
    }

    boolean isDecoder(Object decoder) {
        return decoder.getClass() == decoderClass;
    }

    /** Whether a stream comes from a file, an array or a jar, and nobody sees how it is read. */
    boolean isLocal(InputStream in) {
        if (in.getClass() != BufferedInputStream.class) {
            return in.getClass() == ByteArrayInputStream.class;
        }
        Object from = below.get((FilterInputStream) in);
        return from != null && (from.getClass() == FileInputStream.class
                || from.getClass() == ByteArrayInputStream.class || from.getClass().getName().equals(JAR_STREAM)
                && from.getClass().getClassLoader() == null);
    }

    /** See {@code sendHeaderInfo}. */
    void header(Object decoder, int width, int height, boolean gray, boolean severalScans) throws Throwable {
        boolean more = (boolean) sendHeader.invoke(decoder, width, height, gray, false, severalScans);
    }

    /** One row of RGB; false if nobody wants more. */
    boolean row(Object decoder, int[] pixels, int y) throws Throwable {
        return (boolean) sendRgb.invoke(decoder, pixels, y);
    }

    /** One row of gray; false if nobody wants more. */
    boolean row(Object decoder, byte[] pixels, int y) throws Throwable {
        return (boolean) sendGray.invoke(decoder, pixels, y);
    }

    /** Lets stock decode a file on the calling thread. */
    void load(byte[] file, ImageConsumer consumer) throws Throwable {
        Object source = newSource.invoke(file);
        addConsumer.invoke(source, consumer, false);
        fetch.invoke(source);
    }
}
