package dev.hotpix.demo.web;

import dev.hotpix.demo.gallery.UploadLimits;

/** What may be uploaded, for the page to tell beforehand. */
record LimitsView(long fileMegabytes, long megapixels, int photos) {

    static LimitsView of(UploadLimits limits) {
        return new LimitsView(limits.fileBytes() >> 20, limits.pixels() / 1_000_000, limits.photos());
    }
}
