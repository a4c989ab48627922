package dev.hotpix.it.app;

import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.lang.reflect.Field;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Everything that can be seen of an image, in one line. */
final class ImageText {

    private ImageText() {
    }

    static String of(RenderedImage image) {
        if (!(image instanceof BufferedImage)) {
            return image == null ? "null" : image.getClass().getName() + " " + of(image.getData());
        }
        BufferedImage buffered = (BufferedImage) image;
        return buffered.getClass().getName() + " type " + buffered.getType() + " " + of(buffered.getColorModel())
                + " premultiplied " + buffered.isAlphaPremultiplied()
                + " properties " + Arrays.toString(buffered.getPropertyNames()) + " " + of(buffered.getRaster());
    }

    static String of(Raster raster) {
        if (raster == null) {
            return "null";
        }
        DataBuffer data = raster.getDataBuffer();
        // First: looking at the samples changes it.
        String state = trackableState(data);
        SampleModel samples = raster.getSampleModel();
        return raster.getClass().getName() + " " + raster.getBounds() + " " + samples.getClass().getName() + " "
                + samples.getWidth() + "x" + samples.getHeight() + " hash " + samples.hashCode()
                + " translate " + raster.getSampleModelTranslateX() + "," + raster.getSampleModelTranslateY()
                + " parent " + (raster.getParent() != null) + " data " + data.getDataType() + " banks "
                + data.getNumBanks() + " offsets " + Arrays.toString(data.getOffsets()) + " size " + data.getSize()
                + " " + state + " sha " + digest(data);
    }

    private static String of(ColorModel model) {
        String text = model.getClass().getName() + " " + model;
        if (model.getColorSpace() instanceof ICC_ColorSpace) {
            text += " profile " + sha(((ICC_ColorSpace) model.getColorSpace()).getProfile().getData());
        }
        return text;
    }

    /**
     * Whether a desktop pipeline may cache the image in graphics memory: the JDK keeps it privately, so it can
     * be compared only in a JVM that was started with these packages open.
     */
    private static String trackableState(DataBuffer data) {
        try {
            Field field = DataBuffer.class.getDeclaredField("theTrackable");
            field.setAccessible(true);
            Object trackable = field.get(data);
            return trackable.getClass().getMethod("getState").invoke(trackable).toString();
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return "state " + closed.getClass().getSimpleName();
        }
    }

    private static String digest(DataBuffer data) {
        MessageDigest digest = sha256();
        for (int bank = 0; bank < data.getNumBanks(); bank++) {
            if (data instanceof DataBufferByte) {
                digest.update(((DataBufferByte) data).getData(bank));
            } else if (data instanceof DataBufferUShort) {
                short[] samples = ((DataBufferUShort) data).getData(bank);
                ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES);
                bytes.asShortBuffer().put(samples);
                digest.update(bytes);
            } else if (data instanceof DataBufferInt) {
                int[] samples = ((DataBufferInt) data).getData(bank);
                ByteBuffer bytes = ByteBuffer.allocate(samples.length * Integer.BYTES);
                bytes.asIntBuffer().put(samples);
                digest.update(bytes);
            } else {
                ByteBuffer bytes = ByteBuffer.allocate(data.getSize() * Double.BYTES);
                for (int i = 0; i < data.getSize(); i++) {
                    bytes.putDouble(data.getElemDouble(bank, i));
                }
                digest.update(bytes.flip());
            }
        }
        return hex(digest.digest());
    }

    static String sha(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    private static String hex(byte[] hash) {
        return String.format("%024x", new BigInteger(1, Arrays.copyOf(hash, 12)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
