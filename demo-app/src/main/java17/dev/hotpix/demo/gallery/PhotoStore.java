package dev.hotpix.demo.gallery;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The photos, in a folder of this JVM's own, under random names: what an uploaded file was called never becomes a path,
 * and an id leads to a file only if it is one that was given out.
 */
public final class PhotoStore {

    private static final int ID_BYTES = 8;
    // Each holds a decoded picture: 150 MB at the limit.
    private static final int DECODES_AT_A_TIME = 2;

    private final Path folder;
    private final UploadLimits limits;
    private final PhotoInspector inspector;
    private final PhotoRenderer renderer;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore decodes = new Semaphore(DECODES_AT_A_TIME, true);
    private final Map<String, Photo> photos = new LinkedHashMap<>();
    private int reserved;
    private long totalBytes;

    public PhotoStore(Path folder, UploadLimits limits, PhotoRenderer renderer) {
        this.folder = folder;
        this.limits = limits;
        this.inspector = new PhotoInspector(limits);
        this.renderer = renderer;
    }

    public UploadLimits limits() {
        return limits;
    }

    /** In the order in which they came. */
    public synchronized List<Photo> all() {
        return new ArrayList<>(photos.values());
    }

    public synchronized Optional<Photo> find(String id) {
        return Optional.ofNullable(photos.get(id));
    }

    /** Takes an uploaded file, if it is a photo that can be shown. */
    public Photo add(String fileName, byte[] file) throws RejectedPhotoException, IOException {
        return add(PhotoTitle.ofFileName(fileName), file, false);
    }

    Photo addStarter(String title, byte[] file) throws RejectedPhotoException, IOException {
        return add(title, file, true);
    }

    /** Uploaded photos only. */
    public boolean remove(String id) throws IOException {
        Photo photo;
        synchronized (this) {
            photo = photos.get(id);
            if (photo == null || photo.starter()) {
                return false;
            }
            photos.remove(id);
            totalBytes -= photo.bytes();
        }
        deleteFiles(photo);
        return true;
    }

    /** The whole picture as a JPEG file, made anew each time. */
    public byte[] fullSize(Photo photo) throws IOException {
        byte[] file = Files.readAllBytes(photo.original());
        decodes.acquireUninterruptibly();
        try {
            return renderer.fullSize(file, photo.facts().orientation());
        } finally {
            decodes.release();
        }
    }

    private Photo add(String title, byte[] file, boolean starter) throws RejectedPhotoException, IOException {
        PhotoFacts facts = inspector.inspect(file);
        reserve(file.length);
        Photo photo = new Photo(newId(), title, facts, file.length, starter, folder);
        boolean added = false;
        try {
            write(photo, file);
            added = true;
        } finally {
            settle(photo, added);
        }
        return photo;
    }

    private void write(Photo photo, byte[] file) throws RejectedPhotoException, IOException {
        decodes.acquireUninterruptibly();
        try {
            Map<ThumbnailSize, BufferedImage> thumbnails =
                    renderer.thumbnails(decode(file), photo.facts().orientation());
            for (ThumbnailSize size : ThumbnailSize.values()) {
                Files.write(photo.thumbnail(size), renderer.thumbnailFile(thumbnails.get(size)));
            }
        } finally {
            decodes.release();
        }
        Files.write(photo.original(), file);
    }

    private BufferedImage decode(byte[] file) throws RejectedPhotoException {
        try {
            return renderer.decode(file);
        } catch (IOException | RuntimeException e) {
            throw new RejectedPhotoException("damaged, or of a kind that Java cannot read");
        }
    }

    /** Room is taken before the work is done: uploads come at the same time. */
    private synchronized void reserve(long bytes) throws RejectedPhotoException {
        if (photos.size() + reserved >= limits.photos()) {
            throw new RejectedPhotoException("the gallery is full: " + limits.photos() + " photos");
        }
        if (totalBytes + bytes > limits.totalBytes()) {
            throw new RejectedPhotoException("the gallery is full: " + (limits.totalBytes() >> 20) + " MB");
        }
        reserved++;
        totalBytes += bytes;
    }

    private void settle(Photo photo, boolean added) throws IOException {
        synchronized (this) {
            reserved--;
            if (added) {
                photos.put(photo.id(), photo);
                return;
            }
            totalBytes -= photo.bytes();
        }
        deleteFiles(photo);
    }

    private static void deleteFiles(Photo photo) throws IOException {
        Files.deleteIfExists(photo.original());
        for (ThumbnailSize size : ThumbnailSize.values()) {
            Files.deleteIfExists(photo.thumbnail(size));
        }
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
