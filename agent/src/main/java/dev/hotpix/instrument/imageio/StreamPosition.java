package dev.hotpix.instrument.imageio;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileCacheImageInputStream;
import javax.imageio.stream.FileCacheImageOutputStream;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Where the stream of a reader or writer stands. Asks only streams of the JDK's own classes, whose answer is a field,
 * and reads the field of the reader: methods of other classes would be the application's code.
 */
final class StreamPosition {

    /** What is returned if it cannot be known. */
    static final long UNKNOWN = -1;

    private static final Set<Class<?>> STREAMS = Set.of(FileImageInputStream.class, FileCacheImageInputStream.class,
            MemoryCacheImageInputStream.class, FileImageOutputStream.class, FileCacheImageOutputStream.class,
            MemoryCacheImageOutputStream.class);

    /** Constants, so that the compiler sees through them. */
    private static final MethodHandle INPUT = getter(ImageReader.class, "input");
    private static final MethodHandle OUTPUT = getter(ImageWriter.class, "output");

    /** Null if this JDK's class is not the one we know, or its package is not open to us. */
    private static MethodHandle getter(Class<?> owner, String field) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findGetter(owner, field, Object.class)
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException | RuntimeException unknownJdk) {
            return null;
        }
    }

    /** What an {@code ImageReader} reads from, or null. */
    Object input(Object reader) {
        try {
            return INPUT == null ? null : (Object) INPUT.invokeExact(reader);
        } catch (Throwable shortOfStack) {
            return null;
        }
    }

    /** Bytes from the start of an {@code ImageReader}'s stream, or {@link #UNKNOWN}. */
    long ofInput(Object reader) {
        try {
            return INPUT == null ? UNKNOWN : of((Object) INPUT.invokeExact(reader));
        } catch (Throwable closedStream) {
            return UNKNOWN;
        }
    }

    /** Bytes from the start of an {@code ImageWriter}'s stream, or {@link #UNKNOWN}. */
    long ofOutput(Object writer) {
        try {
            return OUTPUT == null ? UNKNOWN : of((Object) OUTPUT.invokeExact(writer));
        } catch (Throwable closedStream) {
            return UNKNOWN;
        }
    }

    private static long of(Object stream) throws IOException {
        return stream != null && STREAMS.contains(stream.getClass())
                ? ((ImageInputStream) stream).getStreamPosition() : UNKNOWN;
    }
}
