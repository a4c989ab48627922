package dev.hotpix.redirect.jpeg.probe;

/**
 * The quantized DCT coefficients of one component, and the two extents it has in blocks.
 *
 * <p>A scan of this component alone has just the blocks that its samples need: x<sub>i</sub> =
 * ceil(X &times; H<sub>i</sub> / H<sub>max</sub>) samples in a row (ITU-T T.81 A.1.1), rounded up
 * to whole blocks (A.2.2, A.2.4). A scan interleaved with other components is padded to whole
 * MCUs (A.2.3, A.2.4), which can be more blocks. Padding blocks are as random as the others:
 * whatever a decoder does with them may not show.
 */
final class ComponentBlocks {

    /**
     * The bound on the sum of a block's dequantized coefficients without sign. With it no
     * intermediate of a 16-bit SIMD IDCT overflows, nor does any table of sample limits, so that
     * a difference in the pixels is never one that only impossible input would show.
     */
    static final int MAX_NORM = 1500;

    /** Dequantized, a little beyond black and white, which are 1024 away from mid-gray. */
    private static final int MAX_DC = 1040;

    private static final int MIN_DC_STRIDE = 60;
    private static final int DC_STRIDE_SPREAD = 400;

    /** Dequantized amplitude of the lowest AC frequencies. */
    private static final int AC_AMPLITUDE = 240;

    /** The higher, the more AC coefficients of a block are not zero. */
    private static final int AC_DENSITY = 4;

    final int horizontal;
    final int vertical;
    final QuantizationTable table;

    /** Extent in a scan of this component alone. */
    final int blocksWide;

    final int blocksHigh;

    /** Extent in a scan interleaved with other components. */
    final int paddedWide;

    final int paddedHigh;

    private final int[][] blocks;

    private ComponentBlocks(
            FrameLayout layout, int index, int width, int height, QuantizationTable table) {
        horizontal = layout.horizontal(index);
        vertical = layout.vertical(index);
        this.table = table;
        int maxHorizontal = layout.maxHorizontal();
        int maxVertical = layout.maxVertical();
        blocksWide = ceilDiv(ceilDiv(width * horizontal, maxHorizontal), 8);
        blocksHigh = ceilDiv(ceilDiv(height * vertical, maxVertical), 8);
        paddedWide = ceilDiv(width, 8 * maxHorizontal) * horizontal;
        paddedHigh = ceilDiv(height, 8 * maxVertical) * vertical;
        blocks = new int[paddedWide * paddedHigh][QuantizationTable.SIZE];
    }

    /** The component at {@code index} of an image of {@code width} by {@code height} samples. */
    static ComponentBlocks random(
            FrameLayout layout,
            int index,
            int width,
            int height,
            QuantizationTable table,
            Xorshift random) {
        ComponentBlocks component = new ComponentBlocks(layout, index, width, height, table);
        component.fill(random);
        return component;
    }

    static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** The coefficients, in zig-zag order, of the block at this place of the padded extent. */
    int[] block(int column, int row) {
        return blocks[row * paddedWide + column];
    }

    /**
     * The DC walks from one end of the range to the other and back in strides of random length:
     * unlike a walk free to turn anywhere, it meets both ends within a dozen blocks.
     */
    private void fill(Xorshift random) {
        int direction = random.flip() ? 1 : -1;
        int level = random.below(MAX_DC) - MAX_DC / 2;
        for (int[] block : blocks) {
            level += direction * (MIN_DC_STRIDE + random.below(DC_STRIDE_SPREAD));
            if (Math.abs(level) >= MAX_DC) {
                level = direction * MAX_DC;
                direction = -direction;
            }
            block[0] = level / table.step(0);
            fillAc(block, random);
        }
    }

    /** Fewer and smaller coefficients the higher the frequency, as in photographs. */
    private void fillAc(int[] block, Xorshift random) {
        int budget = MAX_NORM - 1 - Math.abs(block[0]) * table.step(0);
        for (int k = 1; k < QuantizationTable.SIZE; k++) {
            if (random.below(k + AC_DENSITY) >= AC_DENSITY) {
                continue;
            }
            int step = table.step(k);
            int amplitude = AC_AMPLITUDE * AC_DENSITY / (k + AC_DENSITY);
            int magnitude = 1 + random.below(1 + amplitude / step);
            boolean negative = random.flip();
            if (magnitude * step <= budget) {
                budget -= magnitude * step;
                block[k] = negative ? -magnitude : magnitude;
            }
        }
    }
}
