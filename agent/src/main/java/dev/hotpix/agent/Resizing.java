package dev.hotpix.agent;

import dev.hotpix.instrument.java2d.ResizeTargets;
import dev.hotpix.kernels.Kernels;
import dev.hotpix.redirect.Audit;
import dev.hotpix.redirect.WaitBudget;
import dev.hotpix.redirect.resize.ResizeRedirect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** The resize redirect of this JVM: ready, or why not and what would cure it. */
final class Resizing {

    private static final String SCALAR = "scalar";

    private final Console console;
    private final VectorModule vectorModule;
    private final int bits;
    private ResizeRedirect redirect;
    private volatile String status;

    /** Asked for by the trials, on the background thread only. */
    private List<Kernels> candidates;

    /** @param vectorModule null if only kernels in plain Java are wanted, or possible */
    private Resizing(Console console, VectorModule vectorModule, int bits, String status) {
        this.console = console;
        this.vectorModule = vectorModule;
        this.bits = bits;
        this.status = status;
    }

    /**
     * Finds the JDK's classes; kernels are made when the first image is scaled.
     *
     * @param patience how long operations wait for the results of trials
     */
    static Resizing prepare(
            Configuration configuration, VectorModule vectorModule, Executor background, WaitBudget patience,
            Console console) {
        for (Property property : new Property[] {
            Property.REDIRECT, Property.REDIRECT_RESIZE, Property.INSTRUMENT_JAVA2D}) {
            if (!configuration.isOn(property)) {
                return new Resizing(console, null, 0, "stock (switched off by " + property.key() + ")");
            }
        }
        int bits = Integer.parseInt(configuration.get(Property.VECTOR_BITS));
        boolean wanted = "auto".equals(configuration.get(Property.VECTOR));
        String impossible = wanted ? VectorModule.impossible() : "switched off by " + Property.VECTOR.key();
        Resizing resizing = new Resizing(console, impossible == null ? vectorModule : null, bits,
                impossible == null ? "vector" : "scalar (" + impossible + ")");
        try {
            HotpixJava2d.stockTransform = ResizeTargets.stockTransform();
            HotpixJava2d.stockBlit = ResizeTargets.stockBlit();
            Audit audit = new Audit(Double.parseDouble(configuration.get(Property.VERIFY)),
                    new BackgroundThread("hotpix-verify", Thread.MIN_PRIORITY), finding -> {
                        resizing.redirect.enabled(false);
                        console.say("switches resize off because the JVM's own code gave another result: " + finding);
                    });
            resizing.redirect = new ResizeRedirect(resizing::candidates, background, patience,
                    kind -> console.say("leaves " + kind + " to the JVM's own code, whose pixels are not those we know"),
                    audit, HotpixJava2d.stockTransform, HotpixJava2d.stockBlit,
                    failure -> console.say("switches resize off after repeated internal errors, the JVM's own code "
                            + "goes on: " + failure));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
            resizing.status = "stock (unknown JDK " + Runtime.version() + ": " + unknown + ")";
        }
        return resizing;
    }

    private synchronized List<Kernels> candidates() {
        if (candidates == null) {
            candidates = new ArrayList<>();
            Kernels vector = vectorModule == null ? null : vectorKernels();
            if (vector != null) {
                candidates.add(vector);
            }
            candidates.add(Kernels.scalar());
        }
        return candidates;
    }

    private Kernels vectorKernels() {
        try {
            vectorModule.define();
            return Kernels.vector(bits);
        } catch (Throwable refused) {
            status = "scalar (the Vector API could not be had; add " + VectorModule.FLAG + ")";
            console.say("scales images with plain Java: the Vector API could not be had without "
                    + VectorModule.FLAG + ": " + refused);
            return null;
        }
    }

    /** Whether Java2D is to be woven for it. */
    boolean isPossible() {
        return redirect != null;
    }

    /** Calls that should be replaced were not found. */
    void unknownJdk() {
        status = "stock (unknown JDK " + Runtime.version() + ": its DrawImage has no loops that we know)";
    }

    /** Null if not possible. */
    ResizeRedirect redirect() {
        return redirect;
    }

    /** What scales images: at the start what is going to be tried, later what has been found to be the fastest. */
    String status() {
        Set<String> serving = redirect == null ? null : redirect.serving();
        if (serving == null || status.startsWith(SCALAR) && serving.equals(Set.of(SCALAR))) {
            return status;
        }
        return serving.isEmpty() ? "stock (no kernel was the same and faster)" : String.join(" and ", serving);
    }

    /** For the doctor. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("vector", vectorModule == null ? "not used" : vectorModule.state());
        if (redirect != null) {
            redirect.trials().forEach((kind, state) -> facts.put("resize." + kind, state));
        }
        return facts;
    }

    /** Operations left to stock, by reason. */
    Map<String, Long> fallbacks() {
        return redirect == null ? Map.of() : redirect.fallbacks().snapshot();
    }

    /** Resizes that stock has done again, by result. */
    Map<String, Long> verifications() {
        return redirect == null ? Map.of() : redirect.audit().results().snapshot();
    }

    /** What was different then. */
    List<String> findings() {
        return redirect == null ? List.of() : redirect.audit().findings();
    }
}
