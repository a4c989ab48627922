package dev.hotpix.kernels;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.SinglePixelPackedSampleModel;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Random;

/** Random images, also parts of larger ones, and their arrays as the kernels see them. */
final class Rasters {

    private Rasters() {
    }

    /** A size of 1 to {@code most}, small ones as likely as large ones. */
    static int size(Random random, int most) {
        return (int) Math.exp(random.nextDouble() * Math.log(most + 0.99));
    }

    /** An image of a type; one in three is a part of a larger image. */
    static BufferedImage image(Random random, int type, int width, int height) {
        boolean part = random.nextInt(3) == 0;
        int left = part ? random.nextInt(5) : 0;
        int top = part ? random.nextInt(5) : 0;
        int right = part ? random.nextInt(5) : 0;
        int bottom = part ? random.nextInt(5) : 0;
        BufferedImage whole = new BufferedImage(left + width + right, top + height + bottom, type);
        fill(random, whole);
        return part ? whole.getSubimage(left, top, width, height) : whole;
    }

    private static void fill(Random random, BufferedImage image) {
        int kind = random.nextInt(4);
        if (image.getRaster().getDataBuffer() instanceof DataBufferByte) {
            byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            random.nextBytes(bytes);
            for (int i = 0; kind == 0 && i < bytes.length; i++) {
                bytes[i] = (byte) (bytes[i] >> 7);
            }
        } else {
            int[] ints = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            for (int i = 0; i < ints.length; i++) {
                int value = random.nextInt();
                ints[i] = kind == 0 ? (value & 0x80808080) / 0x80 * 0xff : kind == 1 ? value | 0xff000000 : value;
            }
        }
    }

    /** The same pixels, and those around them, in an array of their own. */
    static BufferedImage copy(BufferedImage image) {
        int stride = stride(image);
        Object samples = samples(image);
        int length = samples instanceof int[] ? ((int[]) samples).length : ((byte[]) samples).length;
        BufferedImage whole = new BufferedImage(
                stride / layout(image).samplesPerPixel(), length / stride, image.getType());
        System.arraycopy(samples, 0, samples(whole), 0, length);
        return whole.getSubimage(-image.getRaster().getSampleModelTranslateX(),
                -image.getRaster().getSampleModelTranslateY(), image.getWidth(), image.getHeight());
    }

    private static int stride(BufferedImage image) {
        return layout(image).isInt() ? ((SinglePixelPackedSampleModel) image.getSampleModel()).getScanlineStride()
                : ((ComponentSampleModel) image.getSampleModel()).getScanlineStride();
    }

    private static Object samples(BufferedImage image) {
        return layout(image).isInt() ? ((DataBufferInt) image.getRaster().getDataBuffer()).getData()
                : ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    static PixelLayout layout(BufferedImage image) {
        switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR:
                return PixelLayout.BGR;
            case BufferedImage.TYPE_4BYTE_ABGR:
                return PixelLayout.ABGR;
            case BufferedImage.TYPE_BYTE_GRAY:
                return PixelLayout.GRAY;
            case BufferedImage.TYPE_INT_RGB:
                return PixelLayout.INT_RGB;
            case BufferedImage.TYPE_INT_ARGB:
            case BufferedImage.TYPE_INT_ARGB_PRE:
                return PixelLayout.INT_ARGB;
            default:
                throw new IllegalArgumentException("type " + image.getType());
        }
    }

    static PixelArea area(BufferedImage image) {
        PixelLayout layout = layout(image);
        int stride = stride(image);
        int offset = -image.getRaster().getSampleModelTranslateX() * layout.samplesPerPixel()
                - image.getRaster().getSampleModelTranslateY() * stride;
        return new PixelArea(layout, samples(image), offset, stride, image.getWidth(), image.getHeight());
    }

    /** Null if the arrays of two images are the same, else the first difference. */
    static String difference(BufferedImage expected, BufferedImage actual) {
        Object a = samples(expected);
        Object b = samples(actual);
        int at = a instanceof int[] ? Arrays.mismatch((int[]) a, (int[]) b) : Arrays.mismatch((byte[]) a, (byte[]) b);
        return at < 0 ? null : "at sample " + at + " of rows of " + stride(expected) + ": "
                + Integer.toHexString(Array.getInt(a, at)) + ", not " + Integer.toHexString(Array.getInt(b, at));
    }
}
