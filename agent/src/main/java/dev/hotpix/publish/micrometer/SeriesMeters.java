package dev.hotpix.publish.micrometer;

import dev.hotpix.measure.Operation;
import dev.hotpix.publish.Meters;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/** The meters of one series of operations, in each of the registries that have them. */
final class SeriesMeters {

    private final HotpixMeters micrometer;
    private final Consumer<String> trouble;
    private final AtomicReferenceArray<WeakReference<Object>> times;
    private final AtomicReferenceArray<WeakReference<Object>> pixels;
    private final AtomicReferenceArray<WeakReference<Object>> bytes;

    private SeriesMeters(HotpixMeters micrometer, Consumer<String> trouble, int registries) {
        this.micrometer = micrometer;
        this.trouble = trouble;
        times = new AtomicReferenceArray<>(registries);
        pixels = new AtomicReferenceArray<>(registries);
        bytes = new AtomicReferenceArray<>(registries);
    }

    /** Meters that are told of each operation. */
    static SeriesMeters recording(
            int key, List<RegistryMeters> registries, HotpixMeters micrometer, Consumer<String> trouble) {
        SeriesMeters meters = new SeriesMeters(micrometer, trouble, registries.size());
        for (int i = 0; i < registries.size(); i++) {
            meters.times.set(i, registries.get(i).recording(Meters.timerOf(SeriesKey.kind(key)), key));
            if (SeriesKey.kind(key) == Operation.DECODE) {
                meters.pixels.set(i, registries.get(i).recording(Meters.DECODE_PIXELS, key));
                meters.bytes.set(i, registries.get(i).recording(Meters.DECODE_BYTES, key));
            }
        }
        return meters;
    }

    /** Meters that read totals, so that nothing is to be done for an operation. */
    static SeriesMeters reading(
            int key, List<RegistryMeters> registries, HotpixMeters micrometer, Consumer<String> trouble) {
        for (RegistryMeters registry : registries) {
            registry.totals(Meters.timerOf(SeriesKey.kind(key)), key);
            if (SeriesKey.kind(key) == Operation.DECODE) {
                registry.totals(Meters.DECODE_PIXELS, key);
                registry.totals(Meters.DECODE_BYTES, key);
            }
        }
        return new SeriesMeters(micrometer, trouble, 0);
    }

    /** Records one operation. Allocates nothing; what Micrometer does is the application's choice. */
    void record(long nanos, long pixelCount, long byteCount) {
        for (int i = 0; i < times.length(); i++) {
            Object timer = get(times, i);
            if (timer != null) {
                try {
                    micrometer.recordNanos(timer, nanos);
                } catch (RuntimeException | LinkageError failure) {
                    drop(times, i, failure);
                }
            }
            recordAmount(pixels, i, pixelCount);
            recordAmount(bytes, i, byteCount);
        }
    }

    /** An amount of 0 is one that is not known. */
    private void recordAmount(AtomicReferenceArray<WeakReference<Object>> summaries, int i, long amount) {
        Object summary = amount > 0 ? get(summaries, i) : null;
        if (summary != null) {
            try {
                micrometer.recordAmount(summary, amount);
            } catch (RuntimeException | LinkageError failure) {
                drop(summaries, i, failure);
            }
        }
    }

    private static Object get(AtomicReferenceArray<WeakReference<Object>> meters, int i) {
        WeakReference<Object> reference = meters.get(i);
        return reference == null ? null : reference.get();
    }

    /** One that throws would go on to throw, at each operation. */
    private void drop(AtomicReferenceArray<WeakReference<Object>> meters, int i, Throwable failure) {
        WeakReference<Object> reference = meters.getAndSet(i, null);
        Object meter = reference == null ? null : reference.get();
        if (meter != null) {
            trouble.accept("records nothing more into a " + meter.getClass().getName()
                    + " of the application, which threw " + failure);
        }
    }
}
