package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.AreaAveraging;
import dev.hotpix.kernels.AreaSource;
import dev.hotpix.kernels.Kernels;
import dev.hotpix.kernels.PixelArea;
import dev.hotpix.kernels.PixelLayout;
import java.awt.image.AreaAveragingScaleFilter;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ImageConsumer;

/**
 * Area averaging of a {@code BufferedImage}, where its pixels are produced: the JDK asks the image for each pixel by
 * itself, which takes longer than averaging does. Finished rows go straight to the filter's consumer.
 */
final class SmoothScaleRedirect {

    /** Source pixels below which stock, which needs no preparation, is as fast. */
    private static final int FEWEST_PIXELS = 400;

    private final ScaleFilterAccess filters;
    private final ImageAccess images;
    private final KernelTrials trials;
    private final ResizeAudit audit;

    SmoothScaleRedirect(ScaleFilterAccess filters, ImageAccess images, KernelTrials trials, ResizeAudit audit) {
        this.filters = filters;
        this.images = images;
        this.trials = trials;
        this.audit = audit;
    }

    /**
     * Produces all pixels, or leaves everything as it was. What the consumer throws goes through.
     *
     * @param producer the {@code OffScreenImageSource}
     * @return null if the operation is none of ours: nothing is to be averaged
     */
    Outcome produce(Object producer) {
        ImageConsumer receiver = filters.receiver(producer);
        if (receiver == null || receiver.getClass() != AreaAveragingScaleFilter.class) {
            return receiver instanceof AreaAveragingScaleFilter ? Outcome.stock(FallbackReason.CONSUMER) : null;
        }
        AreaAveragingScaleFilter filter = (AreaAveragingScaleFilter) receiver;
        BufferedImage image = filters.image(producer);
        PixelArea area = images.area(image);
        if (area == null || image.isAlphaPremultiplied()
                || !ImageAccess.hasUsualColors(image, area.layout())) {
            return Outcome.stock(FallbackReason.SOURCE_TYPE);
        }
        if (filters.passesThrough(filter) || filters.sourceWidth(filter) != area.width()
                || filters.sourceHeight(filter) != area.height() || filters.width(filter) < 1
                || filters.height(filter) < 1 || filters.receiver(filter) == null) {
            return Outcome.stock(FallbackReason.CONSUMER);
        }
        if ((long) area.width() * area.height() < FEWEST_PIXELS) {
            return Outcome.stock(FallbackReason.SLOWER);
        }
        KernelTrial trial = trials.of(ResizeKind.AREA, area.layout(), PixelLayout.INT_ARGB);
        Kernels kernels = trial.kernels();
        if (kernels == null) {
            return Outcome.stock(trial.refusal());
        }
        produce(producer, filter, image, area, kernels);
        trial.served();
        return Outcome.done(kernels.isVector());
    }

    private void produce(
            Object producer, AreaAveragingScaleFilter filter, BufferedImage image, PixelArea area, Kernels kernels) {
        int width = filters.width(filter);
        AreaAveraging averaging = kernels.areaAveraging(area.width(), area.height(), width, filters.height(filter),
                !area.layout().hasAlpha());
        AreaSource rows = new AreaSource(area, area.layout() == PixelLayout.GRAY ? grays(image) : null);
        ImageConsumer consumer = filters.receiver(filter);
        ColorModel rgb = ColorModel.getRGBdefault();
        ResizeAudit.Averaging audited =
                trials.isTrying() ? null : audit.choose(image, area, width, filters.height(filter));
        AreaAveraging.RowSink sink = (y, argb) -> {
            if (audited != null) {
                audited.row(y, argb);
            }
            consumer.setPixels(0, y, width, 1, rgb, argb, 0, width);
        };
        ColorModel colors = area.layout().isInt() ? image.getColorModel() : rgb;
        filter.setColorModel(colors);
        boolean complete = false;
        try {
            int y = 0;
            while (y < area.height() && filters.receiver(producer) == filter) {
                averaging.add(rows.row(y++), 0, sink);
            }
            complete = y == area.height();
            if (!complete) {
                sendRest(producer, image, colors, y);
            }
        } finally {
            if (audited != null) {
                audited.end(complete);
            }
        }
    }

    /**
     * In a callback the application has put another consumer in the filter's place: it gets the rest of the pixels,
     * as from stock. If there is none, stock ends without a word, as do we.
     */
    private void sendRest(Object producer, BufferedImage image, ColorModel colors, int from) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = from; y < image.getHeight(); y++) {
            ImageConsumer other = filters.receiver(producer);
            if (other == null) {
                return;
            }
            if (colors == image.getColorModel()) {
                image.getRaster().getDataElements(0, y, width, 1, row);
            } else {
                image.getRGB(0, y, width, 1, row, 0, width);
            }
            other.setPixels(0, y, width, 1, colors, row, 0, width);
        }
    }

    private static int[] grays(BufferedImage image) {
        int[] grays = new int[256];
        byte[] sample = new byte[1];
        for (int i = 0; i < grays.length; i++) {
            sample[0] = (byte) i;
            grays[i] = image.getColorModel().getRGB(sample);
        }
        return grays;
    }
}
