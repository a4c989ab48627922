package dev.hotpix.redirect.jpeg.toolkit;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.JpegDecoder;
import dev.hotpix.codec.Upsampling;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import dev.hotpix.redirect.jpeg.probe.ProbeImage;
import dev.hotpix.redirect.jpeg.probe.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** For each layout: how the codec is to decode it so that the samples are those of this JVM's Toolkit decoder. */
final class ToolkitProbe {

    /** Hostile files could name every combination of factors; beyond this many nothing more is probed. */
    private static final int MOST_LAYOUTS = 64;

    private static final long MEMORY_LIMIT = 1L << 20;

    private final Map<FrameLayout, CompletableFuture<Verdict>> verdicts = new ConcurrentHashMap<>();
    private final ToolkitInternals internals;
    private final Executor background;
    private final long waitMillis;

    ToolkitProbe(ToolkitInternals internals, Executor background, long waitMillis) {
        this.internals = internals;
        this.background = background;
        this.waitMillis = waitMillis;
    }

    Verdict of(FrameLayout layout) {
        CompletableFuture<Verdict> verdict = verdicts.get(layout);
        if (verdict == null) {
            if (verdicts.size() >= MOST_LAYOUTS) {
                return Verdict.DIFFERS;
            }
            verdict = verdicts.computeIfAbsent(layout,
                    key -> CompletableFuture.supplyAsync(() -> probe(key), background));
        }
        try {
            return waitMillis == 0 ? verdict.getNow(Verdict.PENDING) : verdict.get(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return Verdict.PENDING;
        } catch (ExecutionException | TimeoutException noAnswer) {
            return Verdict.PENDING;
        }
    }

    private Verdict probe(FrameLayout layout) {
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
        } catch (Throwable unknownJdk) {
            return Verdict.DIFFERS;
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
