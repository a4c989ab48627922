package dev.hotpix.publish.micrometer;

import dev.hotpix.measure.ImageOperation;
import dev.hotpix.measure.OperationListener;
import dev.hotpix.publish.Telemetry;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hotpix's meters in the registries of the application. Does nothing, and costs nothing per operation, until a copy of
 * Micrometer has been seen.
 *
 * <p>Where several applications in one JVM have a copy each, an operation is shown in the application to which the
 * thread belongs, by its context class loader; if that tells nothing, in all of them.
 */
public final class ApplicationMetrics implements OperationListener {

    private static final int IDLE_SECONDS = 5;

    private final Telemetry telemetry;
    private final MetricsMode mode;
    private final Consumer<String> trouble;
    private final Figures figures;
    private final ScheduledExecutorService thread;
    private final String meterRegistryName = HotpixMeters.className("MeterRegistry");

    /** Weak, although each is held by its application only: see {@link #copyOf}. */
    private volatile List<WeakReference<MicrometerCopy>> copies = List.of();

    /** By class of registry; goes with the class. */
    private final ClassValue<MicrometerCopy> copyOf = new ClassValue<MicrometerCopy>() {
        @Override
        protected MicrometerCopy computeValue(Class<?> registry) {
            if (registry.getName().equals(meterRegistryName)) {
                return newCopy(registry);
            }
            return copyOf.get(registry.getSuperclass());
        }
    };

    /**
     * An outlet that is open.
     *
     * @param threads makes the one thread that speaks to registries; it ends when there is nothing to do
     * @param trouble told in a line of what does not work, perhaps again and again
     */
    public ApplicationMetrics(Telemetry telemetry, MetricsMode mode, ThreadFactory threads, Consumer<String> trouble) {
        this.telemetry = telemetry;
        this.mode = mode;
        this.trouble = trouble;
        this.figures = new Figures(telemetry, this::read);
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        this.thread = executor;
    }

    /** Micrometer's class {@code MeterRegistry} was loaded before the agent could see its instances being made. */
    public void found(Class<?> meterRegistry) {
        copyOf.get(meterRegistry).hasGlobalRegistry();
    }

    /**
     * A registry was made, changed or used, on the thread that does it. Never throws.
     *
     * @param registry a {@code MeterRegistry}, perhaps under construction
     * @param event one of the constants of {@link HotpixMeters}
     */
    public void registryEvent(Object registry, int event) {
        try {
            copyOf.get(registry.getClass()).registryEvent(registry, event);
        } catch (Throwable shortOfMemoryOrStack) {
            // It will be seen when it is used next.
        }
    }

    private synchronized MicrometerCopy newCopy(Class<?> meterRegistry) {
        for (WeakReference<MicrometerCopy> reference : copies) {
            MicrometerCopy present = reference.get();
            if (present != null && present.isOf(meterRegistry)) {
                // Two threads may ask for the value of a class at the same time.
                return present;
            }
        }
        MicrometerCopy copy = new MicrometerCopy(meterRegistry, figures, mode, thread, trouble);
        List<WeakReference<MicrometerCopy>> more = new ArrayList<>(copies);
        more.removeIf(reference -> reference.get() == null);
        more.add(new WeakReference<>(copy));
        boolean first = copies.isEmpty();
        copies = List.copyOf(more);
        if (first) {
            telemetry.listen(this);
        }
        return copy;
    }

    private void read() {
        for (WeakReference<MicrometerCopy> reference : copies) {
            MicrometerCopy copy = reference.get();
            if (copy != null) {
                copy.read();
            }
        }
    }

    @Override
    public void ended(ImageOperation operation) {
        List<WeakReference<MicrometerCopy>> now = copies;
        MicrometerCopy own = now.size() == 1 ? now.get(0).get() : ofThread(now);
        if (own != null) {
            own.ended(operation);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            MicrometerCopy copy = now.get(i).get();
            if (copy != null) {
                copy.ended(operation);
            }
        }
    }

    /** The copy in the nearest loader above the thread's. */
    private static MicrometerCopy ofThread(List<WeakReference<MicrometerCopy>> copies) {
        for (ClassLoader loader = Thread.currentThread().getContextClassLoader(); loader != null;
                loader = loader.getParent()) {
            for (int i = 0; i < copies.size(); i++) {
                MicrometerCopy copy = copies.get(i).get();
                if (copy != null && copy.loader() == loader) {
                    return copy;
                }
            }
        }
        return null;
    }
}
