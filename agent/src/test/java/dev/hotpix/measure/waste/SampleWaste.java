package dev.hotpix.measure.waste;

/** Waste with known contents, for tests of the outlets. */
public final class SampleWaste {

    private SampleWaste() {
    }

    /** A line whose images were all shrunk. */
    public static WasteSnapshot shrunk(String label, long images, long decodedPixels, long shownPixels) {
        return new WasteSnapshot(label, images, images, decodedPixels, shownPixels, images, 0, 0);
    }

    /** A line that reads the same again. */
    public static WasteSnapshot repeated(String label, long decodes, long repeats, long repeatNanos) {
        return new WasteSnapshot(label, 0, 0, 0, 0, decodes, repeats, repeatNanos);
    }

    /** A tracker that knows of as many lines as there may be. */
    public static WasteTracker full() {
        WasteTracker tracker = new WasteTracker();
        for (int i = 0; i < 2 * WasteTracker.MOST_SITES; i++) {
            tracker.decoded("site " + i, 1, null, 0, i + 1);
        }
        return tracker;
    }
}
