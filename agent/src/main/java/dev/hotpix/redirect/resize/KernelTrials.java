package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.Kernels;
import dev.hotpix.kernels.PixelLayout;
import dev.hotpix.redirect.WaitBudget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A trial for each kind of operation and each pair of layouts that the application uses, made when it first does. */
final class KernelTrials {

    private static final int LAYOUTS = PixelLayout.values().length;

    private final Supplier<List<Kernels>> candidates;
    private final Executor background;
    private final WaitBudget patience;
    private final Consumer<String> onDifference;
    private final AtomicReferenceArray<KernelTrial> trials =
            new AtomicReferenceArray<>(ResizeKind.values().length * LAYOUTS * LAYOUTS);
    private volatile Thread thread;

    /**
     * @param candidates kernels, the best first; asked on the background thread
     * @param patience how long operations wait for the results of trials
     * @param onDifference told which kind of operation differs from stock
     */
    KernelTrials(
            Supplier<List<Kernels>> candidates, Executor background, WaitBudget patience,
            Consumer<String> onDifference) {
        this.candidates = candidates;
        this.background = background;
        this.patience = patience;
        this.onDifference = onDifference;
    }

    /** The trial of one kind of operation between two layouts; area averaging has no destination but ints. */
    KernelTrial of(ResizeKind kind, PixelLayout from, PixelLayout to) {
        int index = (kind.ordinal() * LAYOUTS + from.ordinal()) * LAYOUTS + to.ordinal();
        KernelTrial trial = trials.get(index);
        if (trial == null) {
            trials.compareAndSet(index, null, new KernelTrial(this, work(kind, from, to), kind.isScalar(),
                    () -> onDifference.accept(kind.label() + " of " + from + " to " + to)));
            trial = trials.get(index);
        }
        return trial;
    }

    private static KernelTrial.Work work(ResizeKind kind, PixelLayout from, PixelLayout to) {
        return kind == ResizeKind.AREA ? new AreaTrial(from)
                : kind.isTranslucent() ? new TranslucentTrial(kind, from, to)
                : kind == ResizeKind.CONVOLUTION ? new ConvolveTrial(from) : new DrawTrial(kind, from, to);
    }

    /** Whether the calling thread is trying, and so its operations are not the application's. */
    boolean isTrying() {
        return thread == Thread.currentThread();
    }

    /** The calling thread, which is the background thread, is trying from now on, or no longer. */
    void trying(boolean on) {
        thread = on ? Thread.currentThread() : null;
    }

    /** Names of the kernels that serve, after the trials so far; null if there was none. */
    Set<String> serving() {
        Set<String> names = null;
        for (int i = 0; i < trials.length(); i++) {
            KernelTrial trial = trials.get(i);
            if (trial != null && trial.isDone()) {
                names = names == null ? new TreeSet<>() : names;
                if (trial.serving() != null) {
                    names.add(trial.serving());
                }
            }
        }
        return names;
    }

    /** For each kind and pair of layouts that has come: the kernels that serve, or {@code stock} and why. */
    Map<String, String> describe() {
        Map<String, String> states = new LinkedHashMap<>();
        PixelLayout[] layouts = PixelLayout.values();
        for (ResizeKind kind : ResizeKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            boolean tried = false;
            for (int i = 0; i < LAYOUTS * LAYOUTS; i++) {
                KernelTrial trial = trials.get(kind.ordinal() * LAYOUTS * LAYOUTS + i);
                if (trial != null) {
                    tried = true;
                    states.put(name + "." + layouts[i / LAYOUTS] + "-" + layouts[i % LAYOUTS], trial.describe());
                }
            }
            if (!tried) {
                states.put(name, "stock (not tried yet)");
            }
        }
        return states;
    }

    /** @param scalar without those of the Vector API */
    List<Kernels> candidates(boolean scalar) {
        return scalar ? List.of(Kernels.scalar()) : candidates.get();
    }

    Executor background() {
        return background;
    }

    WaitBudget patience() {
        return patience;
    }
}
