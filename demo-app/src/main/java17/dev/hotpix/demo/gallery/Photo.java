package dev.hotpix.demo.gallery;

import java.nio.file.Path;

/**
 * One photo of the gallery.
 *
 * @param id ours: random, of hexadecimal digits
 * @param title to be shown, never a path
 * @param bytes of the file
 * @param starter whether it came with the gallery
 * @param folder where its file and its thumbnails are
 */
public record Photo(String id, String title, PhotoFacts facts, long bytes, boolean starter, Path folder) {

    /** The file as it came. */
    public Path original() {
        return folder.resolve(id + ".original");
    }

    /** A JPEG file, upright. */
    public Path thumbnail(ThumbnailSize size) {
        return folder.resolve(id + "." + size.side() + ".jpg");
    }
}
