package app;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/**
 * Has registries in every arrangement, reads pictures on 16 threads, and prints what each registry came to count. Uses
 * nothing that Micrometer 1.0 did not have, but for what is found by name. Arguments: pictures per thread, and the
 * start mode of the agent.
 */
public final class PlainApp {

    private static final int THREADS = 16;
    private static final int WAIT_SECONDS = 40;
    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");

    private final Map<String, MeterRegistry> registries = new LinkedHashMap<>();

    private final Map<String, Long> before = new LinkedHashMap<>();

    private PlainApp() {
    }

    public static void main(String[] args) throws Exception {
        // Files of the image stream cache would take most of the time.
        ImageIO.setUseCache(false);
        PlainApp app = new PlainApp();
        int reads = THREADS * Integer.parseInt(args[0]);
        Counter own = app.arrange();
        if (args[1].equals("async")) {
            app.wakeAgent();
        }
        app.registries.keySet().forEach(name -> app.before.put(name, app.count(name)));
        app.onThreads(reads);
        await(() -> app.counted("simple") == reads && app.counted("second") == reads);
        app.print("first");

        app.registries.get("simple").close();
        app.clear("cleared");
        app.registries.put("late", new SimpleMeterRegistry());
        app.onThreads(reads);
        // From when on the late one counts is not said, only that it does from when it has begun.
        await(() -> app.counted("second") == 2 * reads && app.count("late") > 0);
        app.before.put("late", app.count("late"));
        app.onThreads(reads);
        await(() -> app.counted("second") == 3 * reads && app.counted("late") == reads);
        app.print("then");
        System.out.println("own=" + (long) own.count());
        System.out.println("names=" + app.names());
    }

    /** An agent that waits for image code counts from when it is ready, and finds registries when they are used. */
    private void wakeAgent() throws InterruptedException {
        await(() -> {
            read(1);
            return count("simple") > 0 && count("global") > 0 && count("second") > 0;
        });
        // Lets what was read before come to all registries.
        Thread.sleep(1000);
    }

    private Counter arrange() {
        MeterRegistry simple = new SimpleMeterRegistry();
        simple.config().commonTags("of", "simple");
        simple.config().meterFilter(percentiles());
        registries.put("simple", simple);

        MeterRegistry denied = new SimpleMeterRegistry();
        denied.config().meterFilter(MeterFilter.denyNameStartsWith("image"));
        registries.put("denied", denied);
        registries.put("throwing", new ThrowingRegistry());
        MeterRegistry taken = new SimpleMeterRegistry();
        Counter own = Counter.builder("image.decode").tags("mine", "yes").register(taken);
        own.increment();
        registries.put("taken", taken);
        registries.put("cleared", new SimpleMeterRegistry());

        MeterRegistry global = new SimpleMeterRegistry();
        Metrics.globalRegistry.config().commonTags("of", "global");
        Metrics.addRegistry(global);
        registries.put("global", global);
        // One of its two is in the global registry too, and is not to count anything twice.
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        composite.add(global);
        MeterRegistry second = new SimpleMeterRegistry();
        composite.add(second);
        registries.put("second", second);

        MeterRegistry closed = new SimpleMeterRegistry();
        closed.close();
        registries.put("closed", closed);
        return own;
    }

    private static MeterFilter percentiles() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("image.decode")
                        ? DistributionStatisticConfig.builder().percentiles(0.5).build().merge(config) : config;
            }
        };
    }

    private void onThreads(int reads) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> read(reads / THREADS));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void read(int times) {
        try {
            for (int i = 0; i < times; i++) {
                ImageIO.read(new ByteArrayInputStream(PNG));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Since 1.2. */
    private void clear(String name) throws Exception {
        try {
            MeterRegistry.class.getMethod("clear").invoke(registries.get(name));
        } catch (NoSuchMethodException older) {
            // Then nobody can.
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    /** All decodes in a registry. */
    private long count(String name) {
        return (long) sum(registries.get(name), "image.decode");
    }

    private long counted(String name) {
        return count(name) - before.getOrDefault(name, 0L);
    }

    private static double sum(MeterRegistry registry, String name) {
        double sum = 0;
        for (Meter meter : registry.getMeters()) {
            if (meter.getId().getName().equals(name)) {
                for (Measurement measurement : meter.measure()) {
                    if (measurement.getStatistic().name().equals("COUNT")) {
                        sum += measurement.getValue();
                    }
                }
            }
        }
        return sum;
    }

    private void print(String when) {
        registries.forEach((name, registry) -> System.out.println(when + "." + name + "=" + counted(name)));
        System.out.println(when + ".tags=" + tags("simple") + tags("global") + tags("second"));
    }

    private String tags(String name) {
        for (Meter meter : registries.get(name).getMeters()) {
            if (meter.getId().getName().equals("image.decode")) {
                List<String> tags = new ArrayList<>();
                meter.getId().getTags().forEach(tag -> tags.add(tag.getKey() + ":" + tag.getValue()));
                return tags.toString();
            }
        }
        return "[]";
    }

    private String names() {
        Set<String> names = new TreeSet<>();
        registries.get("simple").getMeters().forEach(meter -> names.add(meter.getId().getName()));
        return names.toString();
    }

    /** Its timers throw when they are used. */
    private static final class ThrowingRegistry extends SimpleMeterRegistry {

        ThrowingRegistry() {
            super(SimpleConfig.DEFAULT, Clock.SYSTEM);
        }

        @Override
        protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauses) {
            Timer timer = super.newTimer(id, config, pauses);
            return (Timer) Proxy.newProxyInstance(PlainApp.class.getClassLoader(), new Class<?>[] {Timer.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("record")) {
                            throw new IllegalStateException("broken timer");
                        }
                        return method.invoke(timer, arguments);
                    });
        }
    }
}
