package dev.hotpix.redirect.resize;

import java.awt.image.AreaAveragingScaleFilter;
import java.awt.image.BufferedImage;
import java.awt.image.ImageConsumer;
import java.awt.image.ImageFilter;
import java.awt.image.ReplicateScaleFilter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The fields of the JDK's producer of a {@code BufferedImage}'s pixels, and of its area averaging filter. */
final class ScaleFilterAccess {

    private static final String PRODUCER = "sun.awt.image.OffScreenImageSource";

    private final VarHandle image;
    private final VarHandle theConsumer;
    private final VarHandle passthrough;
    private final VarHandle consumer;
    private final VarHandle sourceWidth;
    private final VarHandle sourceHeight;
    private final VarHandle width;
    private final VarHandle height;

    /** Needs {@code sun.awt.image} and {@code java.awt.image} open to this class. */
    ScaleFilterAccess() throws ReflectiveOperationException {
        Class<?> producer = Class.forName(PRODUCER, false, BufferedImage.class.getClassLoader());
        image = field(producer, "image", BufferedImage.class);
        theConsumer = field(producer, "theConsumer", ImageConsumer.class);
        passthrough = field(AreaAveragingScaleFilter.class, "passthrough", boolean.class);
        consumer = field(ImageFilter.class, "consumer", ImageConsumer.class);
        sourceWidth = field(ReplicateScaleFilter.class, "srcWidth", int.class);
        sourceHeight = field(ReplicateScaleFilter.class, "srcHeight", int.class);
        width = field(ReplicateScaleFilter.class, "destWidth", int.class);
        height = field(ReplicateScaleFilter.class, "destHeight", int.class);
    }

    private static VarHandle field(Class<?> owner, String name, Class<?> type) throws ReflectiveOperationException {
        return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
    }

    BufferedImage image(Object producer) {
        return (BufferedImage) image.get(producer);
    }

    /** Who receives the producer's pixels now; may become null at any callback. */
    ImageConsumer receiver(Object producer) {
        return (ImageConsumer) theConsumer.get(producer);
    }

    /** Whether the filter has been told that rows come in no order that allows averaging. */
    boolean passesThrough(AreaAveragingScaleFilter filter) {
        return (boolean) passthrough.get(filter);
    }

    /** Who receives the filter's pixels. */
    ImageConsumer receiver(AreaAveragingScaleFilter filter) {
        return (ImageConsumer) consumer.get(filter);
    }

    int sourceWidth(AreaAveragingScaleFilter filter) {
        return (int) sourceWidth.get(filter);
    }

    int sourceHeight(AreaAveragingScaleFilter filter) {
        return (int) sourceHeight.get(filter);
    }

    int width(AreaAveragingScaleFilter filter) {
        return (int) width.get(filter);
    }

    int height(AreaAveragingScaleFilter filter) {
        return (int) height.get(filter);
    }
}
