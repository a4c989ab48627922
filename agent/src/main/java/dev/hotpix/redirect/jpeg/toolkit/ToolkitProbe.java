package dev.hotpix.redirect.jpeg.toolkit;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.JpegDecoder;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import dev.hotpix.redirect.jpeg.probe.ProbeImage;
import java.awt.image.ColorModel;
import java.awt.image.ImageConsumer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Map;
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

    /** What is known of a layout. */
    enum Verdict { FANCY_UPSAMPLING, PLAIN_UPSAMPLING, DIFFERS, PENDING }

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
            boolean fancy = true;
            boolean plain = true;
            for (byte[] file : ProbeImage.probesFor(layout)) {
                Samples stock = new Samples();
                internals.load(file, stock);
                fancy = fancy && equal(stock, file, true);
                plain = plain && equal(stock, file, false);
            }
            return fancy ? Verdict.FANCY_UPSAMPLING : plain ? Verdict.PLAIN_UPSAMPLING : Verdict.DIFFERS;
        } catch (Throwable unknownJdk) {
            return Verdict.DIFFERS;
        } finally {
            OperationTracker.suppressed(before);
        }
    }

    private static boolean equal(Samples stock, byte[] file, boolean fancyUpsampling) throws IOException {
        try (JpegDecoder decoder = new JpegDecoder(new ByteArrayInputStream(file)::read, MEMORY_LIMIT)) {
            ToolkitImage image = ToolkitImage.of(decoder.readHeader());
            if (image == null || !stock.complete) {
                return false;
            }
            byte[][] strips = image.decode(decoder, fancyUpsampling);
            int[] pixels = new int[image.width()];
            byte[] gray = new byte[image.width()];
            for (int y = 0; y < image.height(); y++) {
                if (image.isGray()) {
                    image.gray(strips, y, gray);
                    Arrays.setAll(pixels, x -> gray[x] & 255);
                } else {
                    image.rgb(strips, y, pixels);
                }
                if (!Arrays.equals(pixels, stock.rows[y])) {
                    return false;
                }
            }
            return stock.rows.length == image.height();
        } catch (CodecException refused) {
            return false;
        }
    }

    /** Keeps what it is given; gray as numbers from 0 to 255. */
    private static final class Samples implements ImageConsumer {
        private int[][] rows;
        private boolean complete;

        @Override
        public void setDimensions(int width, int height) {
            rows = new int[height][width];
        }

        @Override
        public void setPixels(
                int x, int y, int width, int height, ColorModel model, byte[] pixels, int offset, int stride) {
            for (int i = 0; i < width; i++) {
                rows[y][x + i] = pixels[offset + i] & 255;
            }
        }

        @Override
        public void setPixels(
                int x, int y, int width, int height, ColorModel model, int[] pixels, int offset, int stride) {
            System.arraycopy(pixels, offset, rows[y], x, width);
        }

        @Override
        public void imageComplete(int status) {
            complete |= status == STATICIMAGEDONE;
        }

        @Override
        public void setProperties(Hashtable<?, ?> properties) {
            // Not of interest: the decoder's Java code makes them.
        }

        @Override
        public void setColorModel(ColorModel model) {
            // Likewise.
        }

        @Override
        public void setHints(int hints) {
            // Likewise.
        }
    }
}
