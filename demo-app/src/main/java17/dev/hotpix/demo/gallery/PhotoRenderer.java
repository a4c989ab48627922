package dev.hotpix.demo.gallery;

import dev.hotpix.demo.photo.JpegEncoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/** Decodes, turns upright, scales and encodes, as web applications do: ImageIO, Java2D and Thumbnailator. */
public final class PhotoRenderer {

    private static final float THUMBNAIL_QUALITY = 0.85f;
    private static final float FULL_QUALITY = 0.92f;

    /** As stored: not yet upright. */
    public BufferedImage decode(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        if (image == null) {
            throw new IOException("no reader for this file");
        }
        return image;
    }

    /** All sizes, upright: each made from the stored picture, and turned when it is small. */
    public Map<ThumbnailSize, BufferedImage> thumbnails(BufferedImage stored, Orientation orientation)
            throws IOException {
        Map<ThumbnailSize, BufferedImage> thumbnails = new EnumMap<>(ThumbnailSize.class);
        for (ThumbnailSize size : ThumbnailSize.values()) {
            thumbnails.put(size, orientation.apply(opaque(scaled(stored, size))));
        }
        return thumbnails;
    }

    /** The whole picture, upright, as a JPEG file without the metadata of the original. */
    public byte[] fullSize(byte[] file, Orientation orientation) throws IOException {
        return JpegEncoder.encode(orientation.apply(opaque(decode(file))), FULL_QUALITY, false);
    }

    public byte[] thumbnailFile(BufferedImage thumbnail) throws IOException {
        return JpegEncoder.encode(thumbnail, THUMBNAIL_QUALITY, false);
    }

    private static BufferedImage scaled(BufferedImage stored, ThumbnailSize size) throws IOException {
        double scale = size.scale(stored.getWidth(), stored.getHeight());
        if (scale == 1) {
            return stored;
        }
        int width = Math.max(1, (int) Math.round(stored.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(stored.getHeight() * scale));
        return size == ThumbnailSize.LARGE
                ? drawn(stored, width, height)
                : Thumbnails.of(stored).forceSize(width, height).asBufferedImage();
    }

    /** Plain Java2D: bicubic, since it is never much smaller than its source. */
    private static BufferedImage drawn(BufferedImage stored, int width, int height) {
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = target.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(stored, 0, 0, width, height, Color.WHITE, null);
        g.dispose();
        return target;
    }

    /** JPEG knows no transparency: white shows through. */
    private static BufferedImage opaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        BufferedImage target = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = target.createGraphics();
        g.drawImage(image, 0, 0, Color.WHITE, null);
        g.dispose();
        return target;
    }
}
