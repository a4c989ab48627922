package dev.hotpix.demo.gallery;

import dev.hotpix.demo.photo.JpegEncoder;
import dev.hotpix.demo.photo.Landscape;
import dev.hotpix.demo.photo.Palette;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The photos that come with the gallery: painted, not shipped, and in the shapes that cameras and the web give. */
public final class StarterPhotos {

    private static final long SEED = 100;
    private static final float QUALITY = 0.9f;

    private record Recipe(Palette palette, int width, int height, Orientation held, boolean progressive) {}

    private static final List<Recipe> RECIPES = List.of(
            new Recipe(Palette.DAWN, 4000, 3000, Orientation.UPRIGHT, false),
            new Recipe(Palette.NOON, 2048, 1536, Orientation.UPRIGHT, true),
            new Recipe(Palette.DUSK, 3000, 2000, Orientation.UPSIDE_DOWN, false),
            new Recipe(Palette.NIGHT, 2048, 1536, Orientation.UPRIGHT, false),
            new Recipe(Palette.AUTUMN, 2250, 3000, Orientation.QUARTER_CLOCKWISE, false),
            new Recipe(Palette.DESERT, 3000, 2000, Orientation.UPRIGHT, false),
            new Recipe(Palette.MIST, 1536, 2048, Orientation.QUARTER_COUNTER_CLOCKWISE, false),
            new Recipe(Palette.GRAY, 4000, 3000, Orientation.UPRIGHT, false));

    private final PhotoStore store;
    private final AtomicInteger done = new AtomicInteger();

    public StarterPhotos(PhotoStore store) {
        this.store = store;
    }

    public int total() {
        return RECIPES.size();
    }

    /** How many are there already, or could not be made. */
    public int done() {
        return done.get();
    }

    /** Takes some seconds. */
    public void make() throws IOException {
        for (int i = 0; i < RECIPES.size(); i++) {
            Recipe recipe = RECIPES.get(i);
            try {
                store.addStarter(recipe.palette().title(), file(recipe, SEED + i));
            } catch (RejectedPhotoException e) {
                throw new IOException("a photo of our own was refused: " + e.getMessage(), e);
            } finally {
                done.incrementAndGet();
            }
        }
    }

    /** As the sensor saw it, with the note of how the camera was held. */
    private static byte[] file(Recipe recipe, long seed) throws IOException {
        BufferedImage upright = Landscape.paint(recipe.palette(), recipe.width(), recipe.height(), seed);
        byte[] jpeg = JpegEncoder.encode(inverse(recipe.held()).apply(upright), QUALITY, recipe.progressive());
        return recipe.held() == Orientation.UPRIGHT ? jpeg : ExifSegment.insert(jpeg, recipe.held());
    }

    private static Orientation inverse(Orientation orientation) {
        return switch (orientation) {
            case QUARTER_CLOCKWISE -> Orientation.QUARTER_COUNTER_CLOCKWISE;
            case QUARTER_COUNTER_CLOCKWISE -> Orientation.QUARTER_CLOCKWISE;
            default -> orientation;
        };
    }
}
