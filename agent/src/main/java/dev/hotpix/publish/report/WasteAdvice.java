package dev.hotpix.publish.report;

import dev.hotpix.measure.waste.Advice;
import dev.hotpix.measure.waste.WasteSnapshot;
import java.util.ArrayList;
import java.util.List;

/** What the lines of the application decode in vain and what would spare it, as a section of {@link TextReport}. */
final class WasteAdvice {
    private final List<WasteSnapshot> sites;

    WasteAdvice(ReportContents contents) {
        sites = contents.waste;
    }

    void appendTo(StringBuilder out) {
        if (sites.isEmpty()) {
            return;
        }
        out.append("waste\n");
        for (WasteSnapshot site : sites.subList(0, Math.min(HotSpots.SHOWN, sites.size()))) {
            List<String> sentences = new ArrayList<>();
            site.advice().forEach(advice -> sentences.add(sentence(site, advice)));
            out.append("  ").append(HotSpots.ascii(site.label())).append(": ")
                    .append(String.join("; ", sentences)).append('\n');
        }
    }

    /** The evidence for an advice and what to do, as a phrase without a full stop. */
    static String sentence(WasteSnapshot site, Advice advice) {
        if (advice == Advice.CACHE) {
            return site.repeats() + " of " + site.decodes() + " decodes ("
                    + Units.percent(site.repeats(), site.decodes(), 0) + ", " + Units.time(site.repeatNanos())
                    + ") repeated an input seen before: keep decoded images in a cache";
        }
        return site.shrunkImages() + " of " + site.images() + " images decoded " + megapixels(site.decodedPixels())
                + ", shown at most " + megapixels(site.shownPixels()) + " ("
                + Units.percent(site.shownPixels(), site.decodedPixels(), 1)
                + "): read with ImageReadParam.setSourceSubsampling, an embedded thumbnail, or store a smaller copy";
    }

    private static String megapixels(long pixels) {
        return Units.decimal(pixels / 1e6, pixels < 1_000_000 ? 2 : 1) + " MP";
    }
}
