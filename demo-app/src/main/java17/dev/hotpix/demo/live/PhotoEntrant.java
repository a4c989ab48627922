package dev.hotpix.demo.live;

import dev.hotpix.demo.gallery.Photo;
import dev.hotpix.demo.gallery.PhotoRenderer;
import dev.hotpix.demo.gallery.ThumbnailSize;
import dev.hotpix.demo.workload.ImageDigest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What the gallery does with an upload: decode, turn upright, three thumbnails, encode them. */
final class PhotoEntrant implements Entrant {

    private final Photo photo;
    private final byte[] file;
    private final PhotoRenderer renderer;

    PhotoEntrant(Photo photo, PhotoRenderer renderer) throws IOException {
        this.photo = photo;
        this.renderer = renderer;
        file = Files.readAllBytes(photo.original());
    }

    @Override
    public String id() {
        return photo.id();
    }

    @Override
    public String title() {
        return photo.title();
    }

    @Override
    public long pixels() {
        return photo.facts().pixels();
    }

    @Override
    public Served serve() throws IOException {
        long start = System.nanoTime();
        BufferedImage decoded = renderer.decode(file);
        Map<ThumbnailSize, BufferedImage> thumbnails = renderer.thumbnails(decoded, photo.facts().orientation());
        List<byte[]> files = new ArrayList<>();
        for (BufferedImage thumbnail : thumbnails.values()) {
            files.add(renderer.thumbnailFile(thumbnail));
        }
        long nanos = System.nanoTime() - start;
        StringBuilder digest = new StringBuilder(ImageDigest.of(decoded));
        thumbnails.values().forEach(thumbnail -> digest.append('\n').append(ImageDigest.of(thumbnail)));
        files.forEach(bytes -> digest.append('\n').append(sha256(bytes)));
        return new Served(nanos, digest.toString());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
