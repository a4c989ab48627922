package dev.hotpix.redirect.jpeg.toolkit;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.JpegDecoder;
import dev.hotpix.codec.Upsampling;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.redirect.ProbeVerdicts;
import dev.hotpix.redirect.WaitBudget;
import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import dev.hotpix.redirect.jpeg.probe.ProbeImage;
import dev.hotpix.redirect.jpeg.probe.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Executor;

/** For each layout: how the codec is to decode it so that the samples are those of this JVM's Toolkit decoder. */
final class ToolkitProbe {

    /** Hostile files could name every combination of factors; beyond this many nothing more is probed. */
    private static final int MOST_LAYOUTS = 64;

    private static final long MEMORY_LIMIT = 1L << 20;

    private final ToolkitInternals internals;
    private final ProbeVerdicts<FrameLayout, Verdict> verdicts;

    ToolkitProbe(ToolkitInternals internals, Executor background, WaitBudget patience) {
        this.internals = internals;
        verdicts = new ProbeVerdicts<>(
                this::probe, Verdict.PENDING, Verdict.DIFFERS, MOST_LAYOUTS, background, patience);
    }

    Verdict of(FrameLayout layout) {
        return verdicts.of(layout);
    }

    private Verdict probe(FrameLayout layout) throws Throwable {
        boolean before = OperationTracker.suppressed(true);
        try {
            Set<Upsampling> ways = Verdict.ways();
            for (byte[] file : ProbeImage.probesFor(layout)) {
                ToolkitSamples stock = new ToolkitSamples();
                internals.load(file, stock);
                for (Iterator<Upsampling> way = ways.iterator(); way.hasNext();) {
                    if (!equal(stock, file, way.next())) {
                        way.remove();
                    }
                }
            }
            return Verdict.of(ways);
        } finally {
            OperationTracker.suppressed(before);
        }
    }

    private static boolean equal(ToolkitSamples stock, byte[] file, Upsampling upsampling) throws IOException {
        try (JpegDecoder decoder = new JpegDecoder(new ByteArrayInputStream(file)::read, MEMORY_LIMIT)) {
            ToolkitImage image = ToolkitImage.of(decoder.readHeader());
            return image != null && stock.isComplete() && stock.equal(image, image.decode(decoder, upsampling));
        } catch (CodecException refused) {
            return false;
        }
    }
}
