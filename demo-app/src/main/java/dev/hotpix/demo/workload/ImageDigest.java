package dev.hotpix.demo.workload;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PackedColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * One line that two decodes share exactly when the application could not tell their results apart: every stored
 * sample, how samples are laid out, and what colours they mean.
 */
public final class ImageDigest {

    private static final int CHUNK_ELEMENTS = 8192;

    private ImageDigest() {}

    /** @param result an image, the bytes of a file, or null: {@code none}, as when ImageIO has no reader for a file */
    static String ofResult(Object result) {
        if (result instanceof byte[]) {
            byte[] file = (byte[]) result;
            return "file " + hex(sha256().digest(file)) + " " + file.length + " bytes";
        }
        return of((BufferedImage) result);
    }

    /** {@code none} is what ImageIO answers, as null, when no reader wants the file. */
    public static String of(BufferedImage image) {
        if (image == null) {
            return "none";
        }
        MessageDigest sha = sha256();
        String facts = imageFacts(image) + colorFacts(image.getColorModel()) + layoutFacts(image.getRaster());
        sha.update(facts.getBytes(StandardCharsets.UTF_8));
        addProfile(sha, image.getColorModel().getColorSpace());
        addSamples(sha, image.getRaster().getDataBuffer());
        return "image " + hex(sha.digest())
                + " " + image.getWidth() + "x" + image.getHeight() + " type=" + image.getType();
    }

    /** Class and message, also of the causes: an application may look at either. */
    public static String ofException(Throwable thrown) {
        StringBuilder line = new StringBuilder(thrown.toString());
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            line.append(" <- ").append(cause);
        }
        return line.toString();
    }

    private static String imageFacts(BufferedImage image) {
        return image.getClass().getName() + ' ' + image.getType()
                + ' ' + image.getWidth() + 'x' + image.getHeight()
                + ' ' + image.isAlphaPremultiplied() + '\n';
    }

    /** Not {@code ColorModel.toString()}, which contains identity hash codes. */
    private static String colorFacts(ColorModel model) {
        StringBuilder facts = new StringBuilder(model.getClass().getName())
                .append(' ').append(Arrays.toString(model.getComponentSize()))
                .append(' ').append(model.getPixelSize())
                .append(' ').append(model.getTransparency())
                .append(' ').append(model.hasAlpha())
                .append(' ').append(model.isAlphaPremultiplied())
                .append(' ').append(model.getTransferType())
                .append(' ').append(model.getColorSpace().getClass().getName())
                .append(' ').append(model.getColorSpace().getType())
                .append(' ').append(model.getColorSpace().isCS_sRGB());
        if (model instanceof IndexColorModel) {
            int[] palette = new int[((IndexColorModel) model).getMapSize()];
            ((IndexColorModel) model).getRGBs(palette);
            facts.append(' ').append(Arrays.toString(palette));
        } else if (model instanceof PackedColorModel) {
            facts.append(' ').append(Arrays.toString(((PackedColorModel) model).getMasks()));
        }
        return facts.append('\n').toString();
    }

    private static String layoutFacts(Raster raster) {
        SampleModel model = raster.getSampleModel();
        DataBuffer data = raster.getDataBuffer();
        StringBuilder facts = new StringBuilder(raster.getClass().getName())
                .append(' ').append(raster.getBounds())
                .append(' ').append(raster.getSampleModelTranslateX())
                .append(' ').append(raster.getSampleModelTranslateY())
                .append(' ').append(model.getClass().getName())
                .append(' ').append(model.getWidth()).append('x').append(model.getHeight())
                .append(' ').append(Arrays.toString(model.getSampleSize()))
                .append(' ').append(data.getClass().getName())
                .append(' ').append(data.getSize())
                .append(' ').append(Arrays.toString(data.getOffsets()));
        if (model instanceof ComponentSampleModel) {
            ComponentSampleModel component = (ComponentSampleModel) model;
            facts.append(' ').append(component.getPixelStride())
                    .append(' ').append(component.getScanlineStride())
                    .append(' ').append(Arrays.toString(component.getBandOffsets()))
                    .append(' ').append(Arrays.toString(component.getBankIndices()));
        } else if (model instanceof SinglePixelPackedSampleModel) {
            SinglePixelPackedSampleModel packed = (SinglePixelPackedSampleModel) model;
            facts.append(' ').append(packed.getScanlineStride())
                    .append(' ').append(Arrays.toString(packed.getBitMasks()));
        }
        return facts.append('\n').toString();
    }

    private static void addProfile(MessageDigest sha, ColorSpace space) {
        if (space instanceof ICC_ColorSpace) {
            sha.update(((ICC_ColorSpace) space).getProfile().getData());
        }
    }

    private static void addSamples(MessageDigest sha, DataBuffer data) {
        for (int bank = 0; bank < data.getNumBanks(); bank++) {
            if (data instanceof DataBufferByte) {
                sha.update(((DataBufferByte) data).getData(bank));
            } else {
                addElements(sha, data, bank);
            }
        }
    }

    /** As doubles, which hold every value of every other buffer type exactly. */
    private static void addElements(MessageDigest sha, DataBuffer data, int bank) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_ELEMENTS * Double.BYTES);
        for (int i = 0; i < data.getSize(); i++) {
            chunk.putDouble(data.getElemDouble(bank, i));
            if (!chunk.hasRemaining() || i == data.getSize() - 1) {
                chunk.flip();
                sha.update(chunk);
                chunk.clear();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder(bytes.length * 2);
        for (byte b : bytes) {
            hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }
}
