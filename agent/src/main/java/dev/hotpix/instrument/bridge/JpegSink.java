package dev.hotpix.instrument.bridge;

import dev.hotpix.instrument.jpegreader.JpegReaderCalls;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.redirect.jpeg.JpegDecodeRedirect;
import dev.hotpix.redirect.jpeg.ReadRequest;
import dev.hotpix.redirect.jpeg.toolkit.ToolkitDecodeRedirect;
import java.awt.Rectangle;
import java.io.InputStream;
import javax.imageio.ImageReadParam;

/** The agent's side of the bridge for JPEG decodes. */
final class JpegSink extends HotpixJpeg {

    private final JpegReaderCalls jpegReader;
    private final boolean redirects;
    private final OperationTracker decodes;
    private final ToolkitDecodeRedirect toolkitRedirect;

    /**
     * @param redirect null if JPEG files cannot be redirected in this JVM
     * @param toolkitRedirect null if those of Toolkit cannot
     */
    JpegSink(OperationTrackers trackers, JpegDecodeRedirect redirect, ToolkitDecodeRedirect toolkitRedirect) {
        jpegReader = new JpegReaderCalls(trackers, redirect);
        redirects = redirect != null;
        decodes = trackers.of(Operation.DECODE);
        this.toolkitRedirect = toolkitRedirect;
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
}
