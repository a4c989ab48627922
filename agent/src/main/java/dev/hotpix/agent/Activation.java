package dev.hotpix.agent;

import dev.hotpix.instrument.BridgeSink;
import dev.hotpix.instrument.Weaver;
import dev.hotpix.instrument.imageio.ImageIoTarget;
import dev.hotpix.instrument.jpegreader.JpegReaderTarget;
import dev.hotpix.measure.Measurements;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.publish.jmx.AgentBean;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReader;

/**
 * What happens once, when the application first touches image code (or before {@code main}): the bridge, the
 * codec, the weaving, the outlets and the start line, in this order.
 */
final class Activation {

    /** In {@code sync} mode: the most that a first call waits for the background thread. */
    private static final long SYNC_WAIT_MILLIS = 5000;

    private final Configuration configuration;
    private final Console console;
    private final JdkInternals jdk;
    private final Weaver weaver;
    private final BackgroundThread background = new BackgroundThread();
    private final AtomicBoolean started = new AtomicBoolean();
    private final boolean sync;

    Activation(Configuration configuration, Console console, Instrumentation instrumentation) {
        this.configuration = configuration;
        this.console = console;
        this.jdk = new JdkInternals(instrumentation);
        this.weaver = new Weaver(instrumentation, (type, failure) ->
                console.say("could not instrument " + type.getName() + ", which stays as it is: " + failure));
        this.sync = "sync".equals(configuration.get(Property.START));
    }

    /** Activates on the background thread; returns at once. Further calls do nothing. */
    void start() {
        if (started.compareAndSet(false, true)) {
            background.execute(this::run);
        }
    }

    /** Activates on the calling thread. */
    void runNow() {
        if (started.compareAndSet(false, true)) {
            run();
        }
    }

    private void run() {
        long begin = System.nanoTime();
        configuration.warnings().forEach(console::say);
        Agent agent = null;
        try {
            jdk.defineBridge();
            agent = prepare();
            weave(agent);
            Reporting.atExit(agent, configuration);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            console.say(agent.startLine(millis));
            publish(agent);
        } catch (Throwable failure) {
            if (agent != null) {
                agent.setEnabled(false);
            }
            console.say("could not start and stays out; the application runs without it: " + failure);
        }
    }

    private Agent prepare() throws ReflectiveOperationException {
        Class<?> jpegReader = jpegReader();
        // Before any class of the codec, or one whose verification loads one, is touched.
        Module codec = CodecModule.define();
        jdk.open(ImageReader.class.getModule(), jpegReader.getPackageName(), "sun.awt.image");
        JpegDecoding jpeg = JpegDecoding.prepare(
                configuration, jdk, codec, jpegReader, background, sync ? SYNC_WAIT_MILLIS : 0, console);
        Measurements measurements = new Measurements();
        OperationTracker decodes = new OperationTracker(measurements);
        BridgeSink sink = new BridgeSink(decodes, jpeg.redirect(), this::weaveReader);
        return new Agent(sink, measurements, jpeg);
    }

    private void weave(Agent agent) throws ClassNotFoundException {
        weaver.install();
        agent.setEnabled(true);
        weaver.weave(Class.forName("javax.imageio.ImageIO", false, null), ImageIoTarget.IMAGE_IO);
        weaver.weave(ImageReader.class, ImageIoTarget.IMAGE_READER_BASE);
        boolean redirects = agent.jpeg().isPossible() && weaver.weave(jpegReader(), new JpegReaderTarget());
        if (!redirects) {
            if (agent.jpeg().isPossible()) {
                agent.jpeg().unknownJdk();
            }
            weaver.weave(jpegReader(), ImageIoTarget.IMAGE_READER);
        }
    }

    private static Class<?> jpegReader() throws ClassNotFoundException {
        // Not initialised here: that loads AWT's native code, which is the application's to start.
        return Class.forName(JpegReaderTarget.CLASS, false, null);
    }

    /** A reader class was constructed for the first time: on the application's thread. */
    private void weaveReader(Class<?> readerClass) {
        CountDownLatch done = new CountDownLatch(1);
        background.execute(() -> {
            for (Class<?> type = readerClass; type != ImageReader.class && type != null; type = type.getSuperclass()) {
                weaver.weave(type, ImageIoTarget.IMAGE_READER);
            }
            done.countDown();
        });
        if (sync && !background.isCurrent()) {
            try {
                done.await(SYNC_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void publish(Agent agent) {
        background.execute(() -> {
            try {
                AgentBean.register(agent);
            } catch (Exception | LinkageError refused) {
                console.say("has no JMX view: " + refused);
            }
        });
    }
}
