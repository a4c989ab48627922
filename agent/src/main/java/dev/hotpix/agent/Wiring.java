package dev.hotpix.agent;

import dev.hotpix.instrument.LoadTransformer;
import dev.hotpix.instrument.Target;
import dev.hotpix.instrument.Weaver;
import dev.hotpix.instrument.bridge.BridgeClasses;
import dev.hotpix.instrument.bridge.Bridges;
import dev.hotpix.instrument.decoders.Decoders;
import dev.hotpix.instrument.decoders.OwnMethods;
import dev.hotpix.instrument.imageio.ImageIoTarget;
import dev.hotpix.instrument.java2d.Java2dMeasurement;
import dev.hotpix.instrument.java2d.ResizeTargets;
import dev.hotpix.instrument.jpegreader.JpegReaderTarget;
import dev.hotpix.instrument.toolkit.ToolkitJpegTarget;
import dev.hotpix.instrument.toolkit.ToolkitMeasurement;
import dev.hotpix.instrument.waste.WasteTargets;
import dev.hotpix.measure.CallSites;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.waste.WasteTracker;
import dev.hotpix.redirect.WaitBudget;
import dev.hotpix.redirect.jpeg.toolkit.ToolkitInternals;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/** What happens when the agent becomes active: bridge, codec, weaving, outlets and start line, in this order. */
final class Wiring {

    /** In {@code sync} mode: the most that the application waits for probes, all calls together. */
    private static final long SYNC_WAIT_MILLIS = 2000;

    /** Instead of these, for tests that are to see the very first operation redirected: trials are waited for too. */
    private static final String TEST_WAIT_MILLIS = "hotpixtest.wait";

    private final Configuration configuration;
    private final Console console;
    private final Instrumentation instrumentation;
    private final BackgroundThread background;
    private final JdkInternals jdk;
    private final Weaver weaver;
    private final boolean sync;
    private final WaitBudget probes;
    private final WaitBudget trials;
    private Bridges bridges;
    private Decoders decoders;

    Wiring(Configuration configuration, Console console, Instrumentation instrumentation, BackgroundThread background) {
        this.configuration = configuration;
        this.console = console;
        this.instrumentation = instrumentation;
        this.background = background;
        this.jdk = new JdkInternals(instrumentation);
        this.weaver = new Weaver(instrumentation, (type, failure) ->
                console.say("could not instrument " + type + ", which stays as it is: " + failure));
        this.sync = "sync".equals(configuration.get(Property.START));
        this.probes = new WaitBudget(sync ? Long.getLong(TEST_WAIT_MILLIS, SYNC_WAIT_MILLIS) : 0);
        // A trial waits for the compiler, which takes seconds on a busy machine: stock serves meanwhile.
        this.trials = new WaitBudget(sync ? Long.getLong(TEST_WAIT_MILLIS, 0) : 0);
    }

    /** Connects everything, or throws and leaves woven code without effect. */
    void connect() throws ReflectiveOperationException, IOException {
        long begin = System.nanoTime();
        jdk.defineBridge();
        Agent agent = prepare();
        try {
            weave(agent);
            boolean micrometer = new MicrometerOutlet(configuration, console, bridges, weaver).open(agent);
            new Outlets(configuration, console, background, instrumentation)
                    .open(agent, () -> new JmxOutlet(agent, background, weaver, bridges, console), micrometer);
            console.sayStarted(agent.startLine(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)));
            LiveAgent.isActive(new AgentControls(agent));
        } catch (ReflectiveOperationException | RuntimeException | Error failure) {
            agent.enabled(false);
            throw failure;
        }
    }

    private Agent prepare() throws ReflectiveOperationException {
        Class<?> jpegReader = jpegReader();
        // Before any class of the codec, or one whose verification loads one, is touched.
        Module codec = CodecModule.define();
        jdk.open(ImageReader.class.getModule(), jpegReader.getPackageName(), "javax.imageio", "javax.imageio.stream",
                "java.awt.image", "sun.awt.image", "sun.java2d", "sun.java2d.loops",
                "sun.java2d.pipe");
        JpegDecoding jpeg = JpegDecoding.prepare(
                configuration, jdk, codec, jpegReader, background, probes, console);
        // On a thread of their own: trials last for seconds, and probes of decodes would wait behind them.
        Resizing resizing = Resizing.prepare(configuration, new VectorModule(jdk, instrumentation),
                new BackgroundThread("hotpix-trials", Thread.NORM_PRIORITY), trials, console);
        JpegEncoding encoding = JpegEncoding.prepare(
                configuration, jdk, codec, background, probes, console);
        CallSites sites = new CallSites(Wiring.class.getClassLoader(), BridgeClasses.NAMES,
                configuration.list(Property.SITES_SKIP));
        OperationTrackers trackers = new OperationTrackers(sites);
        WasteTracker waste = new WasteTracker();
        trackers.listen(waste);
        bridges = new Bridges(
                trackers, sites, waste, jpeg.redirect(), jpeg.toolkit(), encoding.redirect(), resizing.redirect(),
                this::weavePlugin);
        decoders = new Decoders(trackers,
                OwnMethods.of(configuration.get(Property.INSTRUMENT_METHODS)).methods(),
                configuration.isOn(Property.INSTRUMENT_DECODERS), this::openUnlessExported, console::say);
        bridges.decoders(decoders.calls());
        return new Agent(bridges, trackers, sites, waste, jpeg, encoding, resizing,
                new Circumstances(configuration, console, jdk, jpeg, resizing));
    }

    private void openUnlessExported(Class<?> type) {
        if (!type.getModule().isExported(type.getPackageName())) {
            jdk.open(type.getModule(), type.getPackageName());
        }
    }

    private void weave(Agent agent) throws ClassNotFoundException {
        weaver.install();
        agent.enabled(true);
        if (configuration.isOn(Property.INSTRUMENT_IMAGEIO)) {
            weaveImageIo(agent);
        }
        weaver.weaveEverywhere(decoders.targets());
        Map<String, List<Target>> targets = new LinkedHashMap<>();
        addAll(targets, agent.encoding().targets());
        if (configuration.isOn(Property.INSTRUMENT_JAVA2D)) {
            addAll(targets, Java2dMeasurement.targets());
            addAll(targets, WasteTargets.targets());
            if (agent.resizing().isPossible()) {
                addAll(targets, ResizeTargets.transform());
                addAll(targets, ResizeTargets.copy());
                addAll(targets, ResizeTargets.produce());
                addAll(targets, ResizeTargets.filter());
                addAll(targets, ResizeTargets.convert());
            }
        }
        if (configuration.isOn(Property.INSTRUMENT_TOOLKIT)) {
            addAll(targets, ToolkitMeasurement.targets());
            if (agent.jpeg().toolkit() != null) {
                addAll(targets, Map.of(ToolkitInternals.DECODER, new ToolkitJpegTarget()));
            }
        }
        if (sync) {
            targets.forEach((name, wanted) -> weave(agent, name, wanted));
        } else {
            weaveOnceLoaded(agent, targets);
        }
    }

    private static void addAll(Map<String, List<Target>> targets, Map<String, Target> more) {
        more.forEach((name, target) -> targets.computeIfAbsent(name, any -> new ArrayList<>()).add(target));
    }

    /** Each takes some ten milliseconds of CPU, which an application that never loads the class need not spend. */
    private void weaveOnceLoaded(Agent agent, Map<String, List<Target>> targets) {
        Map<String, Runnable> onLoad = new HashMap<>();
        targets.forEach((name, wanted) ->
                onLoad.put(name.replace('.', '/'), () -> background.execute(() -> weave(agent, name, wanted))));
        instrumentation.addTransformer(new LoadTransformer(onLoad), false);
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null && targets.containsKey(type.getName())) {
                weave(agent, type.getName(), targets.get(type.getName()));
            }
        }
    }

    private void weaveImageIo(Agent agent) throws ClassNotFoundException {
        weaver.weave(Class.forName("javax.imageio.ImageIO", false, null), ImageIoTarget.IMAGE_IO);
        weaver.weave(ImageReader.class, ImageIoTarget.IMAGE_READER_BASE);
        weaver.weave(ImageWriter.class, ImageIoTarget.IMAGE_WRITER_BASE);
        boolean redirects = agent.jpeg().isPossible() && weaver.weave(jpegReader(), new JpegReaderTarget());
        if (!redirects) {
            if (agent.jpeg().isPossible()) {
                agent.jpeg().unknownJdk();
            }
            weaver.weave(jpegReader(), ImageIoTarget.IMAGE_READER);
        }
    }

    /** Not initialised here, as {@link #jpegReader}: a class that this JDK does not have goes unmeasured. */
    private void weave(Agent agent, String name, List<Target> wanted) {
        try {
            weaver.weave(Class.forName(name, false, null), wanted.toArray(new Target[0]));
            agent.encoding().woven(wanted);
            if (!wanted.stream().allMatch(target -> target.took() || !ResizeTargets.isOne(target))) {
                agent.resizing().unknownJdk();
            }
        } catch (ClassNotFoundException | LinkageError unknownJdk) {
            console.say("does not measure " + name + ", which this JDK does not have");
        }
    }

    private static Class<?> jpegReader() throws ClassNotFoundException {
        // Not initialised here: that loads AWT's native code, which is the application's to start.
        return Class.forName(JpegReaderTarget.CLASS, false, null);
    }

    /** A reader or writer class was constructed for the first time: on the application's thread. */
    private void weavePlugin(Class<?> plugin) {
        boolean reads = ImageReader.class.isAssignableFrom(plugin);
        Class<?> base = reads ? ImageReader.class : ImageWriter.class;
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        background.execute(() -> {
            for (Class<?> type = plugin; type != base && type != null; type = type.getSuperclass()) {
                weaver.weave(type, reads ? ImageIoTarget.IMAGE_READER : ImageIoTarget.IMAGE_WRITER);
            }
            done.complete(true);
        });
        if (!background.isCurrent()) {
            probes.await(done, false);
        }
    }
}
