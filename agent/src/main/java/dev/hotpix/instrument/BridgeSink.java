package dev.hotpix.instrument;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.Outcome;
import dev.hotpix.redirect.jpeg.JpegDecodeRedirect;
import dev.hotpix.redirect.jpeg.ReadRequest;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * The agent's side of the bridge: turns what woven code reports into measurements and redirects. Its class
 * can only be loaded where the bridge is defined.
 */
public final class BridgeSink extends HotpixBridge {

    private final OperationTracker decodes;
    private final JpegDecodeRedirect redirect;
    private final ReaderClasses readers;

    /**
     * @param redirect null if JPEG files cannot be redirected in this JVM
     * @param newReader told of each {@code ImageReader} class that is seen for the first time
     */
    public BridgeSink(OperationTracker decodes, JpegDecodeRedirect redirect, Consumer<Class<?>> newReader) {
        this.decodes = decodes;
        this.redirect = redirect;
        this.readers = new ReaderClasses(newReader);
    }

    @Override
    protected long decodeEntered(Object reader) {
        long token = decodes.enter(Api.IMAGEIO);
        if (reader instanceof ImageReader) {
            decodes.format(readers.format((ImageReader) reader));
            if (reader.getClass().getClassLoader() != null) {
                decodes.engine(Engine.OTHER);
            }
        }
        return token;
    }

    @Override
    protected void decodeLeft(long token, Object result, Throwable thrown) {
        decodes.pixels(pixels(result));
        decodes.exit(token, thrown != null || result == null ? Outcome.ERROR : Outcome.OK);
    }

    private static long pixels(Object result) {
        if (result instanceof IIOImage) {
            IIOImage image = (IIOImage) result;
            return pixels(image.hasRaster() ? image.getRaster() : image.getRenderedImage());
        }
        if (result instanceof Raster) {
            return (long) ((Raster) result).getWidth() * ((Raster) result).getHeight();
        }
        // Only the JDK's own class: the methods of any other are the application's code.
        return result != null && result.getClass() == BufferedImage.class
                ? (long) ((BufferedImage) result).getWidth() * ((BufferedImage) result).getHeight() : 0;
    }

    @Override
    protected void readerSeen(Class<?> readerClass) {
        readers.seen(readerClass);
    }

    @Override
    protected boolean read(
            Object reader, Object param, int imageIndex, int rasterBands, int[] sourceBands, int sourceX, int sourceY,
            int sourceWidth, int sourceHeight, int periodX, int periodY, int minPass, int maxPass,
            boolean wantUpdates) throws IOException {
        if (redirect == null) {
            return false;
        }
        boolean done = redirect.decode(new ReadRequest(reader, (ImageReadParam) param, imageIndex, rasterBands,
                sourceBands, new Rectangle(sourceX, sourceY, sourceWidth, sourceHeight), periodX, periodY, minPass,
                maxPass, wantUpdates));
        if (done) {
            decodes.engine(Engine.LIBJPEG_TURBO);
        }
        return done;
    }
}
