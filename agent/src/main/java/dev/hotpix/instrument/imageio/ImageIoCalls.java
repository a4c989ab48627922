package dev.hotpix.instrument.imageio;

import dev.hotpix.instrument.PixelCount;
import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.waste.WasteTracker;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/** Measures the calls that read and write images. */
public final class ImageIoCalls {

    /** A smaller image takes no millisecond to decode: not even the clock is asked. */
    private static final long LEAST_HASHED = 10_000;

    private final OperationTracker decodes;
    private final OperationTracker encodes;
    private final PluginClasses plugins;
    private final StreamPosition streams = new StreamPosition();

    /** @param newPlugin told of each reader and writer class that is seen for the first time */
    public ImageIoCalls(OperationTrackers trackers, Consumer<Class<?>> newPlugin) {
        this.decodes = trackers.of(Operation.DECODE);
        this.encodes = trackers.of(Operation.ENCODE);
        this.plugins = new PluginClasses(newPlugin);
    }

    /** See {@code HotpixImageIo.enterDecode}. */
    public long decodeEntered(Object reader) {
        long token = decodes.enter(Api.IMAGEIO);
        if (reader instanceof ImageReader) {
            decodes.format(plugins.format((ImageReader) reader));
            decodes.engine(engineOf(reader));
            decodes.position(reader, streams.ofInput(reader));
        }
        return token;
    }

    private static Engine engineOf(Object plugin) {
        return plugin.getClass().getClassLoader() == null ? Engine.STOCK : Engine.OTHER;
    }

    /** See {@code HotpixImageIo.exitDecode}. */
    public void decodeLeft(long token, Object reader, Object result, Throwable thrown) {
        if (reader instanceof ImageReader) {
            decodes.position(reader, streams.ofInput(reader));
        }
        if (token != OperationTracker.NONE) {
            long pixels = pixels(result);
            decodes.pixels(pixels);
            if (pixels >= WasteTracker.LEAST_DECODED && result.getClass() == BufferedImage.class) {
                decodes.result(result);
            }
            decodes.exit(token, thrown != null || result == null ? Outcome.ERROR : Outcome.OK);
        }
    }

    /** See {@code HotpixImageIo.imageRead}. */
    public void readSeen(Object reader, int imageIndex, Object param, Object result) {
        if (pixels(result) >= LEAST_HASHED && decodes.willBeAttributed()) {
            decodes.inputHash(InputHash.of(streams.input(reader), imageIndex, param));
        }
    }

    /** See {@code HotpixImageIo.enterEncode}. */
    public long encodeEntered(Object writer) {
        long token = encodes.enter(Api.IMAGEIO);
        if (writer instanceof ImageWriter) {
            encodes.format(plugins.format((ImageWriter) writer));
            encodes.engine(engineOf(writer));
            encodes.position(writer, streams.ofOutput(writer));
        }
        return token;
    }

    /** See {@code HotpixImageIo.exitEncode}. */
    public void encodeLeft(long token, Object writer, Object image, boolean written, Throwable thrown) {
        if (writer instanceof ImageWriter) {
            encodes.position(writer, streams.ofOutput(writer));
        }
        if (token != OperationTracker.NONE) {
            boolean failed = thrown != null || !written;
            encodes.pixels(failed ? 0 : pixels(image));
            encodes.exit(token, failed ? Outcome.ERROR : Outcome.OK);
        }
    }

    private static long pixels(Object image) {
        if (image instanceof IIOImage) {
            IIOImage container = (IIOImage) image;
            return PixelCount.of(container.hasRaster() ? container.getRaster() : container.getRenderedImage());
        }
        return PixelCount.of(image);
    }

    /** See {@code HotpixImageIo.pluginConstructed}. */
    public void pluginSeen(Class<?> plugin) {
        plugins.seen(plugin);
    }
}
