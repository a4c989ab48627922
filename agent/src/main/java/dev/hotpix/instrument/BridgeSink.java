package dev.hotpix.instrument;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.Outcome;
import dev.hotpix.redirect.jpeg.JpegDecodeRedirect;
import dev.hotpix.redirect.jpeg.ReadRequest;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/**
 * The agent's side of the bridge: turns what woven code reports into measurements and redirects. Its class
 * can only be loaded where the bridge is defined.
 */
public final class BridgeSink extends HotpixBridge {

    private final OperationTracker decodes;
    private final OperationTracker encodes;
    private final JpegDecodeRedirect redirect;
    private final PluginClasses plugins;

    /**
     * @param redirect null if JPEG files cannot be redirected in this JVM
     * @param newPlugin told of each reader and writer class that is seen for the first time
     */
    public BridgeSink(OperationTrackers trackers, JpegDecodeRedirect redirect, Consumer<Class<?>> newPlugin) {
        this.decodes = trackers.of(Operation.DECODE);
        this.encodes = trackers.of(Operation.ENCODE);
        this.redirect = redirect;
        this.plugins = new PluginClasses(newPlugin);
    }

    @Override
    protected long decodeEntered(Object reader) {
        long token = decodes.enter(Api.IMAGEIO);
        if (reader instanceof ImageReader) {
            decodes.format(plugins.format((ImageReader) reader));
            decodes.engine(engineOf(reader));
        }
        return token;
    }

    private static Engine engineOf(Object plugin) {
        return plugin.getClass().getClassLoader() == null ? Engine.STOCK : Engine.OTHER;
    }

    @Override
    protected void decodeLeft(long token, Object result, Throwable thrown) {
        decodes.pixels(pixels(result));
        decodes.exit(token, thrown != null || result == null ? Outcome.ERROR : Outcome.OK);
    }

    @Override
    protected long encodeEntered(Object writer) {
        long token = encodes.enter(Api.IMAGEIO);
        if (writer instanceof ImageWriter) {
            encodes.format(plugins.format((ImageWriter) writer));
            encodes.engine(engineOf(writer));
        }
        return token;
    }

    @Override
    protected void encodeLeft(long token, Object image, boolean written, Throwable thrown) {
        boolean failed = thrown != null || !written;
        encodes.pixels(failed ? 0 : pixels(image));
        encodes.exit(token, failed ? Outcome.ERROR : Outcome.OK);
    }

    private static long pixels(Object image) {
        if (image instanceof IIOImage) {
            IIOImage container = (IIOImage) image;
            return pixels(container.hasRaster() ? container.getRaster() : container.getRenderedImage());
        }
        if (image instanceof Raster) {
            return (long) ((Raster) image).getWidth() * ((Raster) image).getHeight();
        }
        // Only the JDK's own class: the methods of any other are the application's code.
        return image != null && image.getClass() == BufferedImage.class
                ? (long) ((BufferedImage) image).getWidth() * ((BufferedImage) image).getHeight() : 0;
    }

    @Override
    protected void pluginSeen(Class<?> plugin) {
        plugins.seen(plugin);
    }

    @Override
    protected void readBegun(Object reader) {
        if (redirect != null) {
            redirect.readBegins(reader);
        }
    }

    @Override
    protected void inputPassed(Object reader, byte[] buffer, int offset, long count) {
        if (redirect != null) {
            redirect.inputPassed(reader, buffer, offset, count);
        }
    }

    @Override
    protected int read(
            Object reader, Object param, int imageIndex, long structPointer, byte[] buffer, int rasterBands,
            int[] sourceBands, int[] bandSizes, int sourceX, int sourceY, int sourceWidth, int sourceHeight,
            int periodX, int periodY, Object[] quantisationTables, Object[] dcTables, Object[] acTables, int minPass,
            int maxPass, boolean wantUpdates) throws Throwable {
        if (redirect == null) {
            return STOCK;
        }
        ReadRequest request = new ReadRequest(reader, (ImageReadParam) param, imageIndex, structPointer, buffer,
                rasterBands, sourceBands, bandSizes, new Rectangle(sourceX, sourceY, sourceWidth, sourceHeight),
                periodX, periodY, new Object[][] {quantisationTables, dcTables, acTables}, minPass, maxPass,
                wantUpdates);
        if (!redirect.decode(request)) {
            return STOCK;
        }
        decodes.engine(Engine.LIBJPEG_TURBO);
        return request.isAborted() ? ABORTED : DECODED;
    }

    @Override
    protected void stockLeft(Object reader) {
        if (redirect != null) {
            redirect.stockLeft(reader);
        }
    }
}
