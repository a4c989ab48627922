package dev.hotpix.instrument.imageio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import javax.imageio.stream.FileCacheImageInputStream;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * How much of a stream can be read again without anyone noticing: nothing that the application has written runs, no
 * byte is drawn from what lies below the stream, and a seek to where it was restores everything. That is so for the
 * files and the caches of the JDK's own streams; their packages must be open to this class.
 */
final class ReadableAgain {

    /** What is returned for streams of which nothing can be read again. */
    static final long NOTHING = -1;

    private static final MethodHandle FILE = getter(FileImageInputStream.class, "raf", RandomAccessFile.class);
    private static final MethodHandle FILE_CACHE_LENGTH = getter(FileCacheImageInputStream.class, "length", long.class);
    private static final MethodHandle MEMORY_CACHE_LENGTH = memoryCacheLength();

    private ReadableAgain() {
    }

    /** Null if this JDK's class is not the one that we know. */
    private static MethodHandle getter(Class<?> owner, String field, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findGetter(owner, field, type)
                    .asType(MethodType.methodType(type, ImageInputStream.class));
        } catch (ReflectiveOperationException | RuntimeException unknownJdk) {
            return null;
        }
    }

    private static MethodHandle memoryCacheLength() {
        try {
            Class<?> type = Class.forName("javax.imageio.stream.MemoryCache", false, null);
            Class<?> owner = MemoryCacheImageInputStream.class;
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle cache = MethodHandles.privateLookupIn(owner, lookup).findGetter(owner, "cache", type);
            MethodHandle length = MethodHandles.privateLookupIn(type, lookup).findGetter(type, "length", long.class);
            return MethodHandles.filterReturnValue(cache, length)
                    .asType(MethodType.methodType(long.class, ImageInputStream.class));
        } catch (ReflectiveOperationException | RuntimeException unknownJdk) {
            return null;
        }
    }

    /** The bytes from the start of the stream that can be read again, or {@link #NOTHING}. */
    static long length(ImageInputStream stream) throws Throwable {
        // Only these very classes: the methods of a subclass would be the application's code.
        Class<?> type = stream.getClass();
        if (type == MemoryCacheImageInputStream.class && MEMORY_CACHE_LENGTH != null) {
            return (long) MEMORY_CACHE_LENGTH.invokeExact(stream);
        }
        if (type == FileCacheImageInputStream.class && FILE_CACHE_LENGTH != null) {
            return (long) FILE_CACHE_LENGTH.invokeExact(stream);
        }
        if (type == FileImageInputStream.class && FILE != null) {
            return length(stream, (RandomAccessFile) FILE.invokeExact(stream));
        }
        return NOTHING;
    }

    private static long length(ImageInputStream stream, RandomAccessFile file) throws IOException {
        // A stream made of a file that was not at its start reads on from there, and counts from 0 (before JDK 25):
        // a seek would take it elsewhere.
        boolean own = file != null && file.getClass() == RandomAccessFile.class
                && file.getFilePointer() == stream.getStreamPosition();
        return own ? file.length() : NOTHING;
    }
}
