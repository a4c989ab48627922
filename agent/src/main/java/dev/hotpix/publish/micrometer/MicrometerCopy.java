package dev.hotpix.publish.micrometer;

import dev.hotpix.measure.ImageOperation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * One copy of Micrometer, in one class loader, with the registries that were seen in it and our meters in them. Held
 * by that copy's own class {@code MeterRegistry} and by nothing else for long: it goes with its class loader.
 *
 * <p>An operation whose series has no meters yet waits in the backlog until a thread of the agent has made them. That
 * thread lets the registries settle first: a registry is configured after it was constructed, and Micrometer warns if
 * filters or further registries come after the first meter.
 */
final class MicrometerCopy {

    /** How long the registries must have stayed as they are. */
    private static final long SETTLING_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Where registries come and go all the time they will not settle. */
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private static final AtomicReferenceArray<SeriesMeters> NO_METERS = new AtomicReferenceArray<>(SeriesKey.COUNT);

    private final Class<?> meterRegistry;
    private final Figures figures;
    private final MetricsMode mode;
    private final ScheduledExecutorService thread;
    private final Consumer<String> trouble;

    private final KnownRegistries known = new KnownRegistries();
    private final Backlog backlog = new Backlog();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile boolean hasGlobal;
    private volatile boolean changed;
    private volatile boolean cleared;
    private volatile long changedAt = System.nanoTime();
    private volatile long waitingSince;
    private volatile boolean broken;
    private volatile int readable;
    private volatile AtomicReferenceArray<SeriesMeters> series = NO_METERS;

    /** The agent's thread only. */
    private HotpixMeters micrometer;
    private List<RegistryMeters> registries = List.of();

    MicrometerCopy(
            Class<?> meterRegistry, Figures figures, MetricsMode mode, ScheduledExecutorService thread,
            Consumer<String> trouble) {
        this.meterRegistry = meterRegistry;
        this.figures = figures;
        this.mode = mode;
        this.thread = thread;
        this.trouble = trouble;
    }

    boolean isOf(Class<?> type) {
        return meterRegistry == type;
    }

    ClassLoader loader() {
        return meterRegistry.getClassLoader();
    }

    /** The global registry may be there although we have not seen it being made. */
    void hasGlobalRegistry() {
        hasGlobal = true;
        changed();
    }

    /** Something was done to a registry, perhaps before its construction has ended. */
    void registryEvent(Object registry, int event) {
        if (event == HotpixMeters.USED && known.contains(registry)) {
            return;
        }
        if (!known.add(registry)) {
            trouble.accept("leaves out a Micrometer registry: the application has more than " + KnownRegistries.MOST);
        }
        if (event == HotpixMeters.CLEARED) {
            cleared = true;
            if (series != NO_METERS) {
                // Those that are there would record into nothing.
                series = new AtomicReferenceArray<>(SeriesKey.COUNT);
            }
        }
        changed();
    }

    private void changed() {
        changedAt = System.nanoTime();
        changed = true;
        if (series != NO_METERS || !backlog.isEmpty()) {
            schedule();
        }
    }

    /** Our figures are being read: there may be reasons or engines that have no meter yet. */
    void read() {
        if (series != NO_METERS && figures.readable() != readable) {
            schedule();
        }
    }

    /** On the application's thread. */
    void ended(ImageOperation operation) {
        int key = SeriesKey.of(operation);
        SeriesMeters meters = series.get(key);
        if (meters != null) {
            meters.record(operation.nanos(), operation.pixels(), operation.bytes());
        } else if (!broken) {
            backlog.add(key, operation.nanos(), operation.pixels(), operation.bytes());
            if (changed || series != NO_METERS) {
                schedule();
            }
        }
    }

    private void schedule() {
        if (!broken && scheduled.compareAndSet(false, true)) {
            if (waitingSince == 0) {
                waitingSince = System.nanoTime() | 1;
            }
            thread.schedule(new Binding(this), changed ? nanosToSettle() : 0, TimeUnit.NANOSECONDS);
        }
    }

    private long nanosToSettle() {
        long now = System.nanoTime();
        return Math.max(0, Math.min(SETTLING_NANOS - (now - changedAt), LONGEST_WAIT_NANOS - (now - waitingSince)));
    }

    /** What is scheduled: a dropped copy of Micrometer must not be kept by the queue of a thread. */
    private static final class Binding implements Runnable {
        private final WeakReference<MicrometerCopy> copy;

        Binding(MicrometerCopy copy) {
            this.copy = new WeakReference<>(copy);
        }

        @Override
        public void run() {
            MicrometerCopy present = copy.get();
            if (present != null) {
                present.scheduled.set(false);
                if (present.changed && present.nanosToSettle() > 0) {
                    present.schedule();
                } else {
                    present.bindHere();
                }
            }
        }
    }

    private void bindHere() {
        Thread here = Thread.currentThread();
        // Filters and listeners of the application may run.
        here.setContextClassLoader(loader());
        try {
            waitingSince = 0;
            bind();
        } catch (Exception | LinkageError | StackOverflowError failure) {
            broken = true;
            trouble.accept("shows no meters in the application's Micrometer: " + failure);
        } finally {
            here.setContextClassLoader(null);
        }
    }

    private void bind() throws Exception {
        if (micrometer == null) {
            micrometer = AdapterClass.define(meterRegistry);
        }
        if (changed) {
            changed = false;
            if (cleared) {
                cleared = false;
                registries.forEach(RegistryMeters::close);
                registries = List.of();
            }
            chooseRegistries();
            if (mode == MetricsMode.PULL && !registries.isEmpty()) {
                // Series that nothing is added to any more have their totals all the same.
                figures.keys().forEach(this::meters);
            }
        }
        if (!registries.isEmpty()) {
            backlog.drain((key, nanos, pixels, bytes) -> meters(key).record(nanos, pixels, bytes));
            addReadMeters();
        }
    }

    private void chooseRegistries() {
        known.removeClosed(micrometer);
        List<Object> chosen = RegistryChoice.among(
                known.all(), hasGlobal ? micrometer.globalRegistry() : null, micrometer);
        List<RegistryMeters> next = new ArrayList<>();
        for (RegistryMeters present : registries) {
            if (chosen.removeIf(present::isOf)) {
                next.add(present);
            } else {
                // Before others are made, which may reach the same registry by way of a composite.
                present.close();
            }
        }
        for (Object registry : chosen) {
            next.add(new RegistryMeters(micrometer, registry, figures, trouble));
        }
        registries = next;
        series = registries.isEmpty() ? NO_METERS : new AtomicReferenceArray<>(SeriesKey.COUNT);
    }

    private SeriesMeters meters(int key) {
        AtomicReferenceArray<SeriesMeters> now = series;
        SeriesMeters meters = now.get(key);
        if (meters == null) {
            meters = mode == MetricsMode.PUSH
                    ? SeriesMeters.recording(key, registries, micrometer, trouble)
                    : SeriesMeters.reading(key, registries, micrometer, trouble);
            now.set(key, meters);
        }
        return meters;
    }

    private void addReadMeters() {
        readable = figures.readable();
        for (RegistryMeters registry : registries) {
            figures.addTo(registry);
        }
    }
}
