package dev.hotpix.instrument.toolkit;

import java.awt.image.ReplicateScaleFilter;
import java.io.File;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Hashtable;

/**
 * Fields of the JDK's image sources, decoders and filters that are not public. Of a JDK whose classes are others, all
 * of them are unknown.
 */
final class SourceFields {

    private static final String PACKAGE = "sun.awt.image.";

    private static final MethodHandle CONSUMERS =
            getter("InputStreamImageSource", "consumers", PACKAGE + "ImageConsumerQueue");
    private static final MethodHandle ABORTED = getter("ImageDecoder", "aborted", null);
    private static final Class<?> PNG_DECODER = find("PNGImageDecoder");
    private static final MethodHandle PNG_PROPERTIES = getter("PNGImageDecoder", "properties", "java.util.Hashtable");
    private static final Class<?> FILE_SOURCE = find("FileImageSource");
    private static final MethodHandle FILE_NAME = getter("FileImageSource", "imagefile", "java.lang.String");
    private static final Class<?> ARRAY_SOURCE = find("ByteArrayImageSource");
    private static final MethodHandle ARRAY_LENGTH = intGetter("ByteArrayImageSource", "imagelength");

    private static final MethodHandle SCALED_WIDTH = scaled("destWidth");
    private static final MethodHandle SCALED_HEIGHT = scaled("destHeight");

    private SourceFields() {
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(PACKAGE + name, false, null);
        } catch (ReflectiveOperationException | LinkageError unknownJdk) {
            return null;
        }
    }

    /** @param type the field's class, or null for a boolean */
    private static MethodHandle getter(String owner, String field, String type) {
        try {
            Class<?> of = type == null ? boolean.class : Class.forName(type, false, null);
            return find(find(owner), field, of, type == null ? boolean.class : Object.class);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException unknownJdk) {
            return null;
        }
    }

    private static MethodHandle intGetter(String owner, String field) {
        try {
            return find(find(owner), field, int.class, int.class);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException unknownJdk) {
            return null;
        }
    }

    private static MethodHandle scaled(String field) {
        try {
            return find(ReplicateScaleFilter.class, field, int.class, int.class);
        } catch (ReflectiveOperationException | RuntimeException unknownJdk) {
            return null;
        }
    }

    private static MethodHandle find(Class<?> owner, String field, Class<?> type, Class<?> as)
            throws ReflectiveOperationException {
        return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findGetter(owner, field, type)
                .asType(MethodType.methodType(as, Object.class));
    }

    /** Whether anybody waits for the image of {@code source}; true if that is not known. */
    static boolean hasConsumers(Object source) throws Throwable {
        return CONSUMERS == null || (Object) CONSUMERS.invokeExact(source) != null;
    }

    /** Whether all consumers left before {@code decoder} was done. */
    static boolean isAborted(Object decoder) {
        try {
            return decoder != null && ABORTED != null && (boolean) ABORTED.invokeExact(decoder);
        } catch (Throwable notTheDecoderWeKnow) {
            return false;
        }
    }

    /**
     * Whether {@code decoder}, which says that its image is complete, failed all the same: the one for PNG adds the
     * flags of both, which are no flags but numbers, and so claims success.
     */
    static boolean hasFailed(Object decoder) {
        try {
            Object properties = decoder.getClass() == PNG_DECODER && PNG_PROPERTIES != null
                    ? (Object) PNG_PROPERTIES.invokeExact(decoder) : null;
            // Texts in the file are properties too, but no exceptions.
            return properties != null && ((Hashtable<?, ?>) properties).get("error") instanceof Throwable;
        } catch (Throwable notTheDecoderWeKnow) {
            return false;
        }
    }

    /** Length of the file or array that {@code source} is loaded from, 0 if that is not known. */
    static long bytes(Object source) {
        try {
            Class<?> type = source.getClass();
            if (type == FILE_SOURCE && FILE_NAME != null) {
                return new File((String) (Object) FILE_NAME.invokeExact(source)).length();
            }
            return type == ARRAY_SOURCE && ARRAY_LENGTH != null ? (int) ARRAY_LENGTH.invokeExact(source) : 0;
        } catch (Throwable notTheSourceWeKnow) {
            return 0;
        }
    }

    /** Pixels of the image that the {@code ReplicateScaleFilter} makes, 0 if that is not known. */
    static long scaledPixels(Object filter) {
        try {
            return SCALED_WIDTH == null || SCALED_HEIGHT == null ? 0
                    : Math.max(0, (long) (int) SCALED_WIDTH.invokeExact(filter) * (int) SCALED_HEIGHT.invokeExact(filter));
        } catch (Throwable notTheFilterWeKnow) {
            return 0;
        }
    }
}
