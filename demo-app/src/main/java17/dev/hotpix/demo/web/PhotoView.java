package dev.hotpix.demo.web;

import dev.hotpix.demo.gallery.Photo;
import dev.hotpix.demo.gallery.PhotoFacts;
import dev.hotpix.demo.gallery.ThumbnailSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A photo as the page sees it; width and height are those of the upright picture. */
record PhotoView(String id, String title, int width, int height, long bytes, String format, int orientation,
        String camera, String taken, boolean starter, List<SizeView> sizes, String full) {

    /** One picture to show. */
    record SizeView(String name, String url, int width, int height) {}

    static PhotoView of(Photo photo) {
        PhotoFacts facts = photo.facts();
        String base = "/photos/" + photo.id() + "/";
        List<SizeView> sizes = new ArrayList<>();
        for (ThumbnailSize size : ThumbnailSize.values()) {
            double scale = size.scale(facts.width(), facts.height());
            String name = size.name().toLowerCase(Locale.ROOT);
            sizes.add(new SizeView(name, base + name + ".jpg",
                    Math.max(1, (int) Math.round(facts.width() * scale)),
                    Math.max(1, (int) Math.round(facts.height() * scale))));
        }
        return new PhotoView(photo.id(), photo.title(), facts.width(), facts.height(), photo.bytes(), facts.format(),
                facts.orientation().tag(), facts.camera(), facts.taken(), photo.starter(), sizes, base + "full.jpg");
    }
}
