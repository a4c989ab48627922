package dev.hotpix.instrument.bridge;

import dev.hotpix.instrument.imageio.ImageIoCalls;
import dev.hotpix.instrument.java2d.Java2dCalls;
import dev.hotpix.instrument.java2d.ResizeCalls;
import dev.hotpix.instrument.jpegreader.JpegReaderCalls;
import dev.hotpix.instrument.toolkit.FetchCalls;
import dev.hotpix.instrument.toolkit.Origins;
import dev.hotpix.instrument.toolkit.ScalingCalls;
import dev.hotpix.instrument.waste.ImageUses;
import dev.hotpix.measure.CallSites;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.waste.WasteTracker;
import dev.hotpix.redirect.jpeg.JpegDecodeRedirect;
import dev.hotpix.redirect.jpeg.ReadRequest;
import dev.hotpix.redirect.jpeg.toolkit.ToolkitDecodeRedirect;
import dev.hotpix.redirect.resize.DrawCall;
import dev.hotpix.redirect.resize.ResizeRedirect;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import javax.imageio.ImageReadParam;

/**
 * The agent's side of the bridge: hands what woven code reports to those who turn it into measurements and
 * redirects. Its class can only be loaded where the bridge is defined.
 */
public final class BridgeSink extends HotpixBridge {

    private final ImageIoCalls imageIo;
    private final JpegReaderCalls jpegReader;
    private final boolean redirects;
    private final Java2dCalls java2d;
    private final Origins origins;
    private final FetchCalls fetches;
    private final ScalingCalls scalings;
    private final ImageUses uses;
    private final OperationTracker decodes;
    private final ToolkitDecodeRedirect toolkitRedirect;
    private final ResizeCalls resizes;
    private volatile ObjIntConsumer<Object> meterRegistries = (registry, event) -> { };

    /**
     * @param sites finds the lines of the application that promise images for later
     * @param waste told of the uses of images
     * @param redirect null if JPEG files cannot be redirected in this JVM
     * @param toolkitRedirect null if those of Toolkit cannot
     * @param resize null if scaling cannot be redirected in this JVM
     * @param newPlugin told of each reader and writer class that is seen for the first time
     */
    public BridgeSink(
            OperationTrackers trackers, CallSites sites, WasteTracker waste, JpegDecodeRedirect redirect,
            ToolkitDecodeRedirect toolkitRedirect, ResizeRedirect resize, Consumer<Class<?>> newPlugin) {
        uses = new ImageUses(waste, trackers);
        imageIo = new ImageIoCalls(trackers, newPlugin);
        redirects = redirect != null;
        jpegReader = new JpegReaderCalls(trackers, redirect);
        java2d = new Java2dCalls(trackers);
        origins = new Origins(sites);
        fetches = new FetchCalls(trackers, origins);
        scalings = new ScalingCalls(trackers, origins);
        decodes = trackers.of(Operation.DECODE);
        this.toolkitRedirect = toolkitRedirect;
        resizes = resize == null ? null : new ResizeCalls(trackers, resize);
    }

    @Override
    protected long decodeEntered(Object reader) {
        return imageIo.decodeEntered(reader);
    }

    @Override
    protected void decodeLeft(long token, Object reader, Object result, Throwable thrown) {
        imageIo.decodeLeft(token, reader, result, thrown);
    }

    @Override
    protected long encodeEntered(Object writer) {
        return imageIo.encodeEntered(writer);
    }

    @Override
    protected void encodeLeft(long token, Object writer, Object image, boolean written, Throwable thrown) {
        imageIo.encodeLeft(token, writer, image, written, thrown);
        if (token != 0) {
            uses.written(image);
        }
    }

    @Override
    protected void pluginSeen(Class<?> plugin) {
        imageIo.pluginSeen(plugin);
    }

    /** Sets who is told of the application's Micrometer registries: must not throw. */
    public void onMeterRegistry(ObjIntConsumer<Object> listener) {
        meterRegistries = listener;
    }

    @Override
    protected void meterRegistrySeen(Object registry, int event) {
        meterRegistries.accept(registry, event);
    }

    @Override
    protected boolean toolkitRead(Object decoder, InputStream in) throws Throwable {
        if (toolkitRedirect == null) {
            return false;
        }
        return toolkitRedirect.decode(decoder, in, () -> decodes.engine(Engine.LIBJPEG_TURBO));
    }

    @Override
    protected boolean isUsableProfile(Object colorSpace) {
        return jpegReader.isUsableProfile(colorSpace);
    }

    @Override
    protected void profileUsed(Object colorSpace) {
        jpegReader.profileUsed(colorSpace);
    }

    @Override
    protected void readBegun(Object reader) {
        jpegReader.readBegun(reader);
    }

    @Override
    protected void inputPassed(Object reader, byte[] buffer, int offset, long count) {
        jpegReader.inputPassed(reader, buffer, offset, count);
    }

    @Override
    protected int read(
            Object reader, Object param, int imageIndex, long structPointer, byte[] buffer, int rasterBands,
            int[] sourceBands, int[] bandSizes, int sourceX, int sourceY, int sourceWidth, int sourceHeight,
            int periodX, int periodY, Object[] quantisationTables, Object[] dcTables, Object[] acTables, int minPass,
            int maxPass, boolean wantUpdates) throws Throwable {
        if (!redirects) {
            return STOCK;
        }
        ReadRequest request = new ReadRequest(reader, (ImageReadParam) param, imageIndex, structPointer, buffer,
                rasterBands, sourceBands, bandSizes, new Rectangle(sourceX, sourceY, sourceWidth, sourceHeight),
                periodX, periodY, new Object[][] {quantisationTables, dcTables, acTables}, minPass, maxPass,
                wantUpdates);
        return !jpegReader.read(request) ? STOCK : request.isAborted() ? ABORTED : DECODED;
    }

    @Override
    protected void stockLeft(Object reader) {
        jpegReader.stockLeft(reader);
    }

    @Override
    protected void readSeen(Object reader, int imageIndex, Object param, Object result) {
        imageIo.readSeen(reader, imageIndex, param, result);
    }

    @Override
    protected void useSeen(Object image, Object target, double scale) {
        uses.used(image, target, scale);
    }

    @Override
    protected void scalingSeen(Object image, int width, int height) {
        uses.scaled(image, width, height);
    }

    @Override
    protected long scaleEntered(
            Object graphics, int width, int height, double x1, double y1, double x2, double y2) {
        return java2d.scaleEntered(graphics, width, height, x1, y1, x2, y2);
    }

    @Override
    protected void scaleLeft(long token, boolean drawn, Throwable thrown) {
        java2d.scaleLeft(token, drawn, thrown);
    }

    @Override
    protected long transformEntered(
            Object graphics, int width, int height, double m00, double m10, double m01, double m11, double m02,
            double m12) {
        return java2d.transformEntered(graphics, width, height, m00, m10, m01, m11, m02, m12);
    }

    @Override
    protected long affineEntered(Object transform) {
        return java2d.affineEntered(transform);
    }

    @Override
    protected void affineLeft(long token, Object result, Throwable thrown) {
        java2d.affineLeft(token, result, thrown);
    }

    @Override
    protected long convertEntered() {
        return java2d.convertEntered();
    }

    @Override
    protected void convertLeft(long token, Object result, Throwable thrown) {
        java2d.convertLeft(token, result, thrown);
    }

    @Override
    protected void promiseMade(Object source) {
        origins.remember(source);
    }

    @Override
    protected long fetchEntered(Object source) {
        return fetches.fetchEntered(source);
    }

    @Override
    protected void fetchLeft(long token, Object source, Throwable thrown) {
        fetches.fetchLeft(token, source, thrown);
    }

    @Override
    protected void fetchDecoder(Object decoder) {
        fetches.decoderFound(decoder);
    }

    @Override
    protected void fetchSize(Object decoder, int width, int height) {
        fetches.decoderSized(decoder, width, height);
    }

    @Override
    protected void fetchComplete(Object decoder, int status) {
        fetches.decoderComplete(decoder, status);
    }

    @Override
    protected void scalingCopied(Object filter, Object copy) {
        scalings.filterCopied(filter, copy);
    }

    @Override
    protected long productionEntered(Object filter) {
        return scalings.productionEntered(filter);
    }

    @Override
    protected void productionLeft(long token, Throwable thrown) {
        scalings.productionLeft(token, thrown);
    }

    @Override
    protected long filterEntered(Object filter) {
        return scalings.filterEntered();
    }

    @Override
    protected void filterLeft(long token, Object filter) {
        scalings.filterLeft(token, filter);
    }

    @Override
    protected void filterCompleted(Object filter, int status) {
        scalings.filterCompleted(filter, status);
    }

    @Override
    protected boolean imageTransformed(
            Object helper, Object source, Object destination, Object composite, Object clip, Object inverse,
            int interpolation, int sx1, int sy1, int sx2, int sy2, int dx1, int dy1, int dx2, int dy2, int[] edges) {
        return resizes != null && resizes.draw(new DrawCall(helper, source, destination, composite, clip,
                (AffineTransform) inverse, interpolation, new int[] {sx1, sy1, sx2, sy2, dx1, dy1, dx2, dy2},
                edges == null));
    }

    @Override
    protected boolean imageCopied(
            Object source, Object destination, Object composite, Object clip, int sx, int sy, int dx, int dy,
            int width, int height) {
        return resizes != null && resizes.copy(source, destination, composite, clip, sx, sy, dx, dy, width, height);
    }

    @Override
    protected boolean pixelsSent(Object producer) {
        return resizes != null && resizes.produce(producer);
    }
}
