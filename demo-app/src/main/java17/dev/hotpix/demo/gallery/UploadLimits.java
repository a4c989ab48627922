package dev.hotpix.demo.gallery;

/**
 * What the gallery takes in.
 *
 * @param fileBytes bytes of one file
 * @param pixels pixels of one picture: what a small file can unfold to
 * @param side pixels of its longer side
 * @param photos photos at a time, the gallery's own among them
 * @param totalBytes bytes of all files together
 */
public record UploadLimits(long fileBytes, long pixels, int side, int photos, long totalBytes) {

    /** Enough for the photos of a phone, little enough for a small machine. */
    public static final UploadLimits DEFAULT = new UploadLimits(25L << 20, 50_000_000, 16_000, 60, 400L << 20);
}
