package dev.hotpix.redirect.jpeg.probe;

import java.io.ByteArrayOutputStream;

/**
 * One scan (ITU-T T.81 B.2.3): some components, a band of their coefficients (spectral
 * selection) and some of the bits of these (successive approximation).
 *
 * <p>The order of blocks is that of A.2.2 for a single component, row by row, and that of A.2.3
 * for several, MCU by MCU.
 */
final class Scan {

    private final ComponentBlocks[] components;

    /** Ss and Se, the band. */
    private final int first;

    private final int last;

    /** Ah and Al: bits down to Ah (none if that is 0) were coded before, now those down to Al. */
    private final int high;

    private final int low;

    private final EntropyCoder coder;
    private final int[] predictions;

    private Scan(
            ByteArrayOutputStream out,
            ComponentBlocks[] components,
            int first,
            int last,
            int high,
            int low) {
        this.components = components;
        this.first = first;
        this.last = last;
        this.high = high;
        this.low = low;
        coder = new EntropyCoder(out);
        predictions = new int[components.length];
    }

    /** Writes the entropy-coded data of a scan with these parameters; not its header. */
    static void write(
            ByteArrayOutputStream out,
            ComponentBlocks[] components,
            int first,
            int last,
            int high,
            int low) {
        Scan scan = new Scan(out, components, first, last, high, low);
        if (components.length == 1) {
            scan.blockByBlock();
        } else {
            scan.mcuByMcu();
        }
        scan.coder.finish();
    }

    private void blockByBlock() {
        ComponentBlocks component = components[0];
        for (int row = 0; row < component.blocksHigh; row++) {
            for (int column = 0; column < component.blocksWide; column++) {
                code(0, component.block(column, row));
            }
        }
    }

    private void mcuByMcu() {
        // The same for every component.
        int mcusWide = components[0].paddedWide / components[0].horizontal;
        int mcusHigh = components[0].paddedHigh / components[0].vertical;
        for (int mcuRow = 0; mcuRow < mcusHigh; mcuRow++) {
            for (int mcuColumn = 0; mcuColumn < mcusWide; mcuColumn++) {
                codeMcu(mcuColumn, mcuRow);
            }
        }
    }

    private void codeMcu(int mcuColumn, int mcuRow) {
        for (int i = 0; i < components.length; i++) {
            ComponentBlocks component = components[i];
            for (int y = 0; y < component.vertical; y++) {
                for (int x = 0; x < component.horizontal; x++) {
                    int column = mcuColumn * component.horizontal + x;
                    int row = mcuRow * component.vertical + y;
                    code(i, component.block(column, row));
                }
            }
        }
    }

    private void code(int index, int[] block) {
        if (first == 0) {
            codeDc(index, block[0] >> low);
        }
        if (last > 0) {
            int from = Math.max(1, first);
            if (high == 0) {
                coder.acBand(block, from, last, low);
            } else {
                coder.acRefinement(block, from, last, low);
            }
        }
    }

    private void codeDc(int index, int value) {
        if (high == 0) {
            coder.dcDifference(value - predictions[index]);
            predictions[index] = value;
        } else {
            // T.81 G.1.2.1: further bits of the DC are not predicted and not Huffman coded.
            coder.bits(value & 1, 1);
        }
    }
}
