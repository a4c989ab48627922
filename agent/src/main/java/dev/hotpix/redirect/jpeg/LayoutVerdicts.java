package dev.hotpix.redirect.jpeg;

import dev.hotpix.redirect.ProbeVerdicts;
import dev.hotpix.redirect.WaitBudget;
import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import dev.hotpix.redirect.jpeg.probe.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** What the probes of this JVM have found, by colour conversion and layout. */
final class LayoutVerdicts {

    /** Hostile files could name every combination of factors; beyond this many per conversion nothing more is probed. */
    private static final int MOST_LAYOUTS = 256;

    private final Map<ColorConversion, ProbeVerdicts<FrameLayout, Verdict>> verdicts =
            new EnumMap<>(ColorConversion.class);

    /** @param patience how long the first files of a layout wait for its probe */
    LayoutVerdicts(LayoutProbe probe, Executor background, WaitBudget patience) {
        for (ColorConversion conversion : ColorConversion.values()) {
            verdicts.put(conversion, new ProbeVerdicts<>(layout -> probe.run(layout, conversion), Verdict.PENDING,
                    Verdict.DIFFERS, MOST_LAYOUTS, background, patience));
        }
    }

    Verdict of(FrameLayout layout, ColorConversion conversion) {
        return verdicts.get(conversion).of(layout);
    }
}
