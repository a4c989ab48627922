package dev.hotpix.demo.gallery;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** How a camera was held, as the EXIF tag 0x0112 tells: what must be done to the stored picture to see it upright. */
public enum Orientation {
    UPRIGHT(1, 0, false),
    MIRRORED(2, 0, true),
    UPSIDE_DOWN(3, 2, false),
    UPSIDE_DOWN_MIRRORED(4, 2, true),
    /** Mirrored, then turned a quarter counter-clockwise. */
    TRANSPOSED(5, 3, true),
    QUARTER_CLOCKWISE(6, 1, false),
    /** Mirrored, then turned a quarter clockwise. */
    TRANSVERSED(7, 1, true),
    QUARTER_COUNTER_CLOCKWISE(8, 3, false);

    private final int tag;
    private final int quarters;
    private final boolean mirrored;

    Orientation(int tag, int quarters, boolean mirrored) {
        this.tag = tag;
        this.quarters = quarters;
        this.mirrored = mirrored;
    }

    /** Values that EXIF does not define mean nothing. */
    public static Orientation ofTag(int tag) {
        return tag >= 1 && tag <= values().length ? values()[tag - 1] : UPRIGHT;
    }

    /** The value of the EXIF tag, 1 to 8. */
    public int tag() {
        return tag;
    }

    /** Whether width and height change places. */
    public boolean swapsSides() {
        return quarters % 2 == 1;
    }

    /** The same samples, moved to where they belong; the image itself where nothing is to be done. */
    public BufferedImage apply(BufferedImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        AffineTransform move = new AffineTransform();
        // Read from below: mirror, turn about the origin, shift back into view.
        move.translate(quarters == 1 ? height : quarters == 2 ? width : 0,
                quarters == 2 ? height : quarters == 3 ? width : 0);
        move.quadrantRotate(quarters);
        if (mirrored) {
            move.concatenate(new AffineTransform(-1, 0, 0, 1, width, 0));
        }
        BufferedImage upright = new BufferedImage(
                swapsSides() ? height : width, swapsSides() ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = upright.createGraphics();
        g.drawImage(stored, move, null);
        g.dispose();
        return upright;
    }
}
