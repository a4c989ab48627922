package dev.hotpix.instrument.bridge;

import dev.hotpix.instrument.decoders.DecoderCalls;
import dev.hotpix.instrument.imageio.ImageIoCalls;
import dev.hotpix.instrument.java2d.Java2dCalls;
import dev.hotpix.instrument.java2d.ResizeCalls;
import dev.hotpix.instrument.toolkit.Origins;
import dev.hotpix.instrument.waste.ImageUses;
import dev.hotpix.measure.CallSites;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.waste.WasteTracker;
import dev.hotpix.redirect.jpeg.JpegDecodeRedirect;
import dev.hotpix.redirect.jpeg.encode.JpegEncodeRedirect;
import dev.hotpix.redirect.jpeg.toolkit.ToolkitDecodeRedirect;
import dev.hotpix.redirect.resize.ResizeRedirect;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * The agent's sides of all bridges: they hand what woven code reports to those who turn it into measurements and
 * redirects. These classes can only be loaded where the bridges are defined.
 */
public final class Bridges {

    private final ImageIoSink imageIo;
    private final JpegSink jpeg;
    private final JpegWriterSink jpegWriter;
    private final Java2dSink java2d;
    private final ToolkitSink toolkit;
    private final RegistriesSink registries = new RegistriesSink();
    private volatile DecoderSink decoders;
    private volatile boolean connected;

    /**
     * @param sites finds the lines of the application that promise images for later
     * @param waste told of the uses of images
     * @param redirect null if JPEG files cannot be redirected in this JVM
     * @param toolkitRedirect null if those of Toolkit cannot
     * @param encodeRedirect null if JPEG encodes cannot
     * @param resize null if scaling cannot be redirected in this JVM
     * @param newPlugin told of each reader and writer class that is seen for the first time
     */
    public Bridges(
            OperationTrackers trackers, CallSites sites, WasteTracker waste, JpegDecodeRedirect redirect,
            ToolkitDecodeRedirect toolkitRedirect, JpegEncodeRedirect encodeRedirect, ResizeRedirect resize, Consumer<Class<?>> newPlugin) {
        ImageUses uses = new ImageUses(waste, trackers);
        imageIo = new ImageIoSink(new ImageIoCalls(trackers, newPlugin), uses);
        jpeg = new JpegSink(trackers, redirect, toolkitRedirect);
        jpegWriter = new JpegWriterSink(trackers, encodeRedirect);
        java2d = new Java2dSink(
                new Java2dCalls(trackers), uses, resize == null ? null : new ResizeCalls(trackers, resize));
        toolkit = new ToolkitSink(trackers, new Origins(sites));
    }

    /** Sets who is told of the application's Micrometer registries: must not throw. */
    public void onMeterRegistry(ObjIntConsumer<Object> listener) {
        registries.listener(listener);
    }

    /** Sets who is told of the platform MBean server each time that it is asked for: must not throw. */
    public void onPlatformServer(Consumer<Object> listener) {
        HotpixManagement.sink = new ManagementSink(listener);
    }

    /** Sets who measures the calls of other libraries; to be called before {@link #connect}. */
    public void decoders(DecoderCalls calls) {
        decoders = new DecoderSink(calls);
    }

    /** Lets woven code reach the agent, or behave as if nothing had been woven. */
    public synchronized void connect(boolean on) {
        HotpixImageIo.sink = on ? imageIo : null;
        HotpixJpeg.sink = on ? jpeg : null;
        HotpixJpegWriter.sink = on ? jpegWriter : null;
        HotpixJava2d.sink = on ? java2d : null;
        HotpixToolkit.sink = on ? toolkit : null;
        HotpixRegistries.sink = on ? registries : null;
        HotpixDecoders.sink = on ? decoders : null;
        connected = on;
    }

    /** Whether woven code reaches the agent. */
    public boolean isConnected() {
        return connected;
    }
}
