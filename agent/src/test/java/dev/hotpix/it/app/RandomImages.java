package dev.hotpix.it.app;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Random;

/** Images of all types that a JPEG writer may be given, some of which it refuses. */
final class RandomImages {

    private static final int USUAL_TYPES = 13;

    private final Random random;

    RandomImages(Random random) {
        this.random = random;
    }

    BufferedImage next() {
        int width = size();
        int height = size();
        int kind = random.nextInt(24);
        if (random.nextInt(40) == 0) {
            // Wide ones write more than one buffer for a row of MCUs.
            width = 1500 + random.nextInt(2000);
            height = 1 + random.nextInt(60);
        }
        BufferedImage image = kind < 5 ? usual(width, height, BufferedImage.TYPE_3BYTE_BGR)
                : kind < 8 ? usual(width, height, BufferedImage.TYPE_INT_RGB)
                : kind < 10 ? usual(width, height, BufferedImage.TYPE_BYTE_GRAY)
                : kind < 18 ? usual(width, height, 1 + random.nextInt(USUAL_TYPES)) : unusual(width, height, kind);
        if (random.nextInt(8) == 0) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            image = image.getSubimage(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
        }
        return image;
    }

    private int size() {
        int most = random.nextInt(30) == 0 ? 400 : random.nextInt(4) == 0 ? 120 : 40;
        return 1 + random.nextInt(most);
    }

    private BufferedImage usual(int width, int height, int type) {
        BufferedImage image = type == BufferedImage.TYPE_BYTE_INDEXED && random.nextBoolean()
                ? new BufferedImage(width, height, type, palette()) : new BufferedImage(width, height, type);
        fill(image.getRaster());
        return image;
    }

    private IndexColorModel palette() {
        int bits = 1 + random.nextInt(8);
        int size = 1 + random.nextInt(1 << bits);
        byte[][] colors = new byte[3][size];
        for (byte[] color : colors) {
            random.nextBytes(color);
        }
        return random.nextInt(4) == 0
                ? new IndexColorModel(bits, size, colors[0], colors[1], colors[2], random.nextInt(size))
                : new IndexColorModel(bits, size, colors[0], colors[1], colors[2]);
    }

    private BufferedImage unusual(int width, int height, int kind) {
        switch (kind) {
            case 18: {
                return interleaved(width, height, ColorSpace.getInstance(ColorSpace.CS_sRGB), 3,
                        random.nextBoolean() ? new int[] {0, 1, 2} : new int[] {1, 2, 0}, 3 + random.nextInt(2), false);
            }
            case 19: {
                return interleaved(width, height, new OwnSpace(ColorSpace.TYPE_CMYK, 4), 4, new int[] {0, 1, 2, 3}, 4, false);
            }
            case 20: {
                return interleaved(width, height, new OwnSpace(ColorSpace.TYPE_YCbCr, 3), 3, new int[] {0, 1, 2}, 3, false);
            }
            case 21: {
                return interleaved(width, height, ColorSpace.getInstance(ColorSpace.CS_GRAY), 2, new int[] {0, 1}, 2, true);
            }
            case 22: {
                ColorModel colors = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
                        Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
                WritableRaster raster = Raster.createWritableRaster(
                        new BandedSampleModel(DataBuffer.TYPE_BYTE, width, height, 3), new Point());
                fill(raster);
                return new BufferedImage(colors, raster, false, null);
            }
            default: {
                ColorModel colors = random.nextBoolean() ? new DirectColorModel(24, 0x3F000, 0xFC0, 0x3F)
                        : new DirectColorModel(32, 0xFF, 0xFF0000, 0xFF00);
                WritableRaster raster = colors.createCompatibleWritableRaster(width, height);
                fill(raster);
                return new BufferedImage(colors, raster, false, null);
            }
        }
    }

    private BufferedImage interleaved(
            int width, int height, ColorSpace space, int bands, int[] offsets, int pixelStride, boolean alpha) {
        int gap = random.nextInt(3);
        int stride = width * pixelStride + gap;
        DataBufferByte data = new DataBufferByte(stride * height);
        WritableRaster raster = Raster.createInterleavedRaster(data, width, height, stride, pixelStride, offsets, null);
        fill(raster);
        return new BufferedImage(new ComponentColorModel(space, alpha, false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_BYTE), raster, false, null);
    }

    /** Flat, sloping or noisy, or some of each. */
    private void fill(WritableRaster raster) {
        Rectangle all = raster.getBounds();
        int noise = 1 << random.nextInt(9);
        int slope = random.nextInt(6);
        int[] base = new int[raster.getNumBands()];
        for (int i = 0; i < base.length; i++) {
            base[i] = random.nextInt(256);
        }
        int[] row = new int[all.width * base.length];
        for (int y = 0; y < all.height; y++) {
            for (int i = 0; i < row.length; i++) {
                int band = i % base.length;
                int sample = base[band] + (i / base.length + y) * slope + random.nextInt(noise);
                row[i] = (sample & 0xFF) & (1 << Math.min(raster.getSampleModel().getSampleSize(band), 30)) - 1;
            }
            raster.setPixels(0, y, all.width, 1, row);
        }
        if (raster.getNumBands() == 1 && raster.getSampleModel().getSampleSize(0) == 8 && random.nextBoolean()) {
            raster.setSample(all.width / 2, all.height / 2, 0, random.nextInt(256));
        }
    }

    /** A colour space that no profile describes. */
    private static final class OwnSpace extends ColorSpace {
        private static final long serialVersionUID = 1L;

        OwnSpace(int type, int bands) {
            super(type, bands);
        }

        @Override
        public float[] toRGB(float[] color) {
            return new float[] {color[0], color[1], color[2]};
        }

        @Override
        public float[] fromRGB(float[] rgb) {
            return java.util.Arrays.copyOf(rgb, getNumComponents());
        }

        @Override
        public float[] toCIEXYZ(float[] color) {
            return toRGB(color);
        }

        @Override
        public float[] fromCIEXYZ(float[] xyz) {
            return fromRGB(xyz);
        }
    }
}
