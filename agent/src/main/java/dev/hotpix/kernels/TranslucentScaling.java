package dev.hotpix.kernels;

/**
 * Bilinear and bicubic scaling of translucent pixels onto others, as the JDK's software loops do it: colours are
 * premultiplied with 8 bits, blended without rounding in between, then composed with the destination.
 */
public final class TranslucentScaling {

    private static final int ROUND = 0x8000;

    /** Inverses of alpha, by which colours are divided. */
    private static final int[] INVERSE = new int[256];

    static {
        for (int alpha = 1; alpha < INVERSE.length; alpha++) {
            INVERSE[alpha] = (int) ((0xff000000L + alpha / 2) / alpha);
        }
    }

    /** Source pixels per destination pixel, in 1/2^32, beyond which stock is as fast: it reads only what it needs. */
    private static final long MOST_BICUBIC = 2L << 32;
    private static final long MOST_BILINEAR = 3L << 31;
    private static final long MOST_BICUBIC_PREMULTIPLIED = 3L << 31;
    private static final long MOST_BILINEAR_PREMULTIPLIED = 1L << 32;

    private final boolean cubic;
    private final int taps;
    private final boolean premultiplied;
    private final boolean premultiplies;
    private final boolean over;

    /**
     * @param premultiplied whether the source's colours are
     * @param premultiplies whether the destination's colours are
     * @param over whether what is drawn lies over what is there, or replaces it
     */
    public TranslucentScaling(Kernels.Filter filter, boolean premultiplied, boolean premultiplies, boolean over) {
        cubic = filter == Kernels.Filter.BICUBIC;
        taps = cubic ? 4 : 2;
        this.premultiplied = premultiplied;
        this.premultiplies = premultiplies;
        this.over = over;
    }

    /** Whether stock is slower at such a scale. */
    public boolean isWorthIt(ScaleAxis x, ScaleAxis y) {
        long most = cubic ? premultiplied ? MOST_BICUBIC_PREMULTIPLIED : MOST_BICUBIC
                : premultiplied ? MOST_BILINEAR_PREMULTIPLIED : MOST_BILINEAR;
        return Math.max(x.step(), y.step()) <= most;
    }

    /** A source row, filtered horizontally. */
    private static final class Row {
        final int[] alpha;
        final int[] red;
        final int[] green;
        final int[] blue;
        int row = -1;

        Row(int width) {
            alpha = new int[width];
            red = new int[width];
            green = new int[width];
            blue = new int[width];
        }
    }

    /**
     * Scales.
     *
     * @param source {@link PixelLayout#INT_ARGB} or {@link PixelLayout#ABGR}, of the size that the axes were made for;
     *     if premultiplied, no colour is more than its alpha
     * @param destination of any layout but gray, in another array; its origin is position 0 of both axes
     */
    public void scale(PixelArea source, PixelArea destination, ScaleAxis x, ScaleAxis y) {
        int width = x.length();
        int[] columns = new int[taps * width];
        int[] weights = new int[taps * width];
        for (int i = 0; i < width; i++) {
            for (int k = 0; k < taps; k++) {
                columns[taps * i + k] = x.clamp(x.floor(i) + k - (cubic ? 1 : 0));
                weights[taps * i + k] = weight(x.fraction(i), k);
            }
        }
        Row[] rows = new Row[taps];
        for (int k = 0; k < taps; k++) {
            rows[k] = new Row(width);
        }
        int[] pixels = new int[source.width()];
        int[] result = new int[source.width()];
        Row mixed = new Row(width);
        int[] drawn = new int[width];
        for (int i = 0; i < y.length(); i++) {
            int top = y.floor(i) - (cubic ? 1 : 0);
            for (int k = 0; k < taps; k++) {
                int wanted = y.clamp(top + k);
                Row row = rows[wanted % taps];
                if (row.row != wanted) {
                    row.row = wanted;
                    read(source, wanted, pixels);
                    int[] ready = pixels;
                    if (!premultiplied) {
                        premultiply(pixels, result);
                        ready = result;
                    }
                    filter(ready, columns, weights, row);
                }
            }
            mix(rows, y, i, mixed);
            int at = y.from() + i;
            compose(destination, at, x.from(), mixed, drawn);
        }
    }

    private int weight(int fraction, int tap) {
        return cubic ? Bicubic.weight(fraction, tap) : tap == 0 ? 256 - fraction : fraction;
    }

    private static void read(PixelArea area, int y, int[] pixels) {
        if (area.layout().isInt()) {
            System.arraycopy(area.ints(), area.rowOffset(y), pixels, 0, pixels.length);
        } else {
            PackedPixels.fromAbgr(area.bytes(), area.rowOffset(y), pixels, pixels.length);
        }
    }

    /** Ints only, and all of one index: the compiler makes vector code of it. */
    private static void premultiply(int[] in, int[] out) {
        for (int i = 0; i < in.length; i++) {
            int p = in[i];
            int alpha = p >>> 24;
            int red = (p >>> 16 & 255) * alpha * 0x10101 + 0x800000 >>> 24;
            int green = (p >>> 8 & 255) * alpha * 0x10101 + 0x800000 >>> 24;
            int blue = (p & 255) * alpha * 0x10101 + 0x800000 >>> 24;
            out[i] = alpha << 24 | red << 16 | green << 8 | blue;
        }
    }

    private void filter(int[] in, int[] columns, int[] weights, Row out) {
        if (cubic) {
            filterFour(in, columns, weights, out.alpha, out.red, out.green, out.blue);
        } else {
            filterTwo(in, columns, weights, out.alpha, out.red, out.green, out.blue);
        }
    }

    /** Weights are not negative and sums fit into 16 bits: two in an int. */
    private static void filterTwo(
            int[] in, int[] columns, int[] weights, int[] alpha, int[] red, int[] green, int[] blue) {
        for (int i = 0; i < alpha.length; i++) {
            int p = in[columns[2 * i]];
            int q = in[columns[2 * i + 1]];
            int w = weights[2 * i];
            int v = weights[2 * i + 1];
            int alphaGreen = (p >>> 8 & 0xff00ff) * w + (q >>> 8 & 0xff00ff) * v;
            int redBlue = (p & 0xff00ff) * w + (q & 0xff00ff) * v;
            alpha[i] = alphaGreen >>> 16;
            green[i] = alphaGreen & 0xffff;
            red[i] = redBlue >>> 16;
            blue[i] = redBlue & 0xffff;
        }
    }

    private static void filterFour(
            int[] in, int[] columns, int[] weights, int[] alpha, int[] red, int[] green, int[] blue) {
        for (int i = 0; i < alpha.length; i++) {
            int k = 4 * i;
            int p0 = in[columns[k]];
            int p1 = in[columns[k + 1]];
            int p2 = in[columns[k + 2]];
            int p3 = in[columns[k + 3]];
            long w0 = weights[k];
            long w1 = weights[k + 1];
            long w2 = weights[k + 2];
            long w3 = weights[k + 3];
            long alphaGreen = alphaGreen(p0) * w0 + alphaGreen(p1) * w1 + alphaGreen(p2) * w2 + alphaGreen(p3) * w3;
            long redBlue = redBlue(p0) * w0 + redBlue(p1) * w1 + redBlue(p2) * w2 + redBlue(p3) * w3;
            green[i] = (int) alphaGreen;
            blue[i] = (int) redBlue;
            // A negative lower half has borrowed from the upper.
            alpha[i] = (int) (alphaGreen - (int) alphaGreen >> 32);
            red[i] = (int) (redBlue - (int) redBlue >> 32);
        }
    }

    private static long alphaGreen(int pixel) {
        return (long) (pixel >>> 24) << 32 | pixel >>> 8 & 255;
    }

    private static long redBlue(int pixel) {
        return (long) (pixel >>> 16 & 255) << 32 | pixel & 255;
    }

    private void mix(Row[] rows, ScaleAxis y, int i, Row out) {
        int top = y.floor(i) - (cubic ? 1 : 0);
        Row row0 = rows[y.clamp(top) % taps];
        Row row1 = rows[y.clamp(top + 1) % taps];
        int w0 = weight(y.fraction(i), 0);
        int w1 = weight(y.fraction(i), 1);
        if (!cubic) {
            mix(row0.alpha, row1.alpha, w0, w1, out.alpha);
            mix(row0.red, row1.red, w0, w1, out.red);
            mix(row0.green, row1.green, w0, w1, out.green);
            mix(row0.blue, row1.blue, w0, w1, out.blue);
            return;
        }
        Row row2 = rows[y.clamp(top + 2) % taps];
        Row row3 = rows[y.clamp(top + 3) % taps];
        int w2 = weight(y.fraction(i), 2);
        int w3 = weight(y.fraction(i), 3);
        mix(row0.alpha, row1.alpha, row2.alpha, row3.alpha, w0, w1, w2, w3, out.alpha);
        mix(row0.red, row1.red, row2.red, row3.red, w0, w1, w2, w3, out.red);
        mix(row0.green, row1.green, row2.green, row3.green, w0, w1, w2, w3, out.green);
        mix(row0.blue, row1.blue, row2.blue, row3.blue, w0, w1, w2, w3, out.blue);
        clamp(out.red, out.alpha);
        clamp(out.green, out.alpha);
        clamp(out.blue, out.alpha);
    }

    private static void mix(int[] row0, int[] row1, int w0, int w1, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = row0[i] * w0 + row1[i] * w1 + ROUND >> 16;
        }
    }

    private static void mix(
            int[] row0, int[] row1, int[] row2, int[] row3, int w0, int w1, int w2, int w3, int[] out) {
        for (int i = 0; i < out.length; i++) {
            int sum = row0[i] * w0 + row1[i] * w1 + row2[i] * w2 + row3[i] * w3 + ROUND >> 16;
            out[i] = Math.max(0, Math.min(sum, 255));
        }
    }

    private static void clamp(int[] colours, int[] alpha) {
        for (int i = 0; i < colours.length; i++) {
            colours[i] = Math.min(colours[i], alpha[i]);
        }
    }

    private void compose(PixelArea destination, int y, int x, Row drawn, int[] pixels) {
        PixelLayout layout = destination.layout();
        int width = pixels.length;
        int at = destination.rowOffset(y) + x * layout.samplesPerPixel();
        if (layout.isInt()) {
            System.arraycopy(destination.ints(), at, pixels, 0, width);
        } else if (layout == PixelLayout.BGR) {
            PackedPixels.fromBgr(destination.bytes(), at, pixels, 0, width, 0);
        } else {
            PackedPixels.fromAbgr(destination.bytes(), at, pixels, width);
        }
        compose(drawn.alpha, drawn.red, drawn.green, drawn.blue, pixels, layout.hasAlpha());
        if (layout.isInt()) {
            System.arraycopy(pixels, 0, destination.ints(), at, width);
        } else if (layout == PixelLayout.BGR) {
            PackedPixels.toBgr(pixels, 0, destination.bytes(), at, width);
        } else {
            PackedPixels.toAbgr(pixels, destination.bytes(), at, width);
        }
    }

    private void compose(int[] alphas, int[] reds, int[] greens, int[] blues, int[] pixels, boolean hasAlpha) {
        int implied = hasAlpha ? 0 : 255;
        int kept = hasAlpha ? 0xffffffff : 0xffffff;
        for (int i = 0; i < pixels.length; i++) {
            int alpha = alphas[i];
            if (alpha == 255) {
                pixels[i] = (0xff000000 | reds[i] << 16 | greens[i] << 8 | blues[i]) & kept;
            } else if (alpha != 0 || !over) {
                pixels[i] = compose(alpha, reds[i], greens[i], blues[i], pixels[i], implied) & kept;
            }
        }
    }

    private int compose(int drawnAlpha, int drawnRed, int drawnGreen, int drawnBlue, int below, int implied) {
        int alpha = drawnAlpha;
        int red = drawnRed;
        int green = drawnGreen;
        int blue = drawnBlue;
        if (over) {
            int rest = multiply(255 - alpha, below >>> 24 | implied);
            int factor = premultiplies ? 255 - alpha : rest;
            alpha += rest;
            red += multiply(factor, below >>> 16 & 255);
            green += multiply(factor, below >>> 8 & 255);
            blue += multiply(factor, below & 255);
        }
        if (!premultiplies && alpha != 0 && alpha < 255) {
            red = divide(red, alpha);
            green = divide(green, alpha);
            blue = divide(blue, alpha);
        }
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    private static int multiply(int a, int b) {
        return a * b * 0x10101 + 0x800000 >>> 24;
    }

    private static int divide(int colour, int alpha) {
        return colour >= alpha ? 255 : colour * INVERSE[alpha] + 0x800000 >>> 24;
    }
}
