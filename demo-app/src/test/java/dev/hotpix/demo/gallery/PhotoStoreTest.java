package dev.hotpix.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoStoreTest {

    @TempDir
    Path folder;

    @Test
    void threeSizesUprightAndNeverEnlarged() throws Exception {
        PhotoStore store = store(10, 1 << 20);
        Photo photo = store.add("tall.jpg",
                ExifSegment.insert(TestFiles.jpeg(1000, 500), Orientation.QUARTER_CLOCKWISE));
        assertEquals(List.of("160x320", "400x800", "500x1000"), Arrays.stream(ThumbnailSize.values())
                .map(size -> sides(photo.thumbnail(size))).toList());
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(store.fullSize(photo)));
        assertEquals("500x1000", full.getWidth() + "x" + full.getHeight());
    }

    @Test
    void namesOfStrangersAreNoPaths() throws Exception {
        PhotoStore store = store(10, 1 << 20);
        byte[] file = TestFiles.jpeg(20, 10);
        Photo photo = store.add("../../../evil.jpg", file);
        assertEquals("evil", photo.title());
        assertTrue(photo.id().matches("[0-9a-f]{16}"), photo.id());
        assertEquals(folder, photo.original().getParent());
        assertArrayEquals(file, Files.readAllBytes(photo.original()));
        assertTrue(store.find("../" + photo.id()).isEmpty());
        assertEquals(photo, store.find(photo.id()).orElseThrow());
    }

    @Test
    void fullInNumberOrBytes() throws Exception {
        byte[] file = TestFiles.jpeg(40, 40);
        PhotoStore two = store(2, 1 << 20);
        two.add("a", file);
        two.add("b", file);
        assertThrows(RejectedPhotoException.class, () -> two.add("c", file));
        PhotoStore small = store(9, file.length * 3L / 2);
        Photo first = small.add("a", file);
        assertThrows(RejectedPhotoException.class, () -> small.add("b", file));
        assertTrue(small.remove(first.id()));
        small.add("b", file);
    }

    @Test
    void whatCannotBeDecodedLeavesNothing() throws Exception {
        PhotoStore store = store(1, 1 << 20);
        byte[] png = TestFiles.png(new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB));
        assertThrows(RejectedPhotoException.class, () -> store.add("cut.png", Arrays.copyOf(png, 60)));
        assertEquals(0, files());
        assertEquals(List.of(), store.all());
        store.add("whole.png", png);
        assertEquals(1 + ThumbnailSize.values().length, files());
    }

    @Test
    void startersStay() throws Exception {
        PhotoStore store = store(9, 1 << 20);
        Photo own = store.addStarter("ours", TestFiles.jpeg(20, 20));
        Photo theirs = store.add("theirs", TestFiles.jpeg(20, 20));
        assertFalse(store.remove(own.id()));
        assertTrue(store.remove(theirs.id()));
        assertFalse(store.remove(theirs.id()));
        assertEquals(List.of(own), store.all());
        assertEquals(1 + ThumbnailSize.values().length, files());
    }

    @Test
    void transparentPicturesStandOnWhite() throws Exception {
        PhotoStore store = store(9, 1 << 20);
        Photo photo = store.add("clear.png", TestFiles.png(new BufferedImage(700, 700, BufferedImage.TYPE_INT_ARGB)));
        for (ThumbnailSize size : ThumbnailSize.values()) {
            BufferedImage thumbnail = ImageIO.read(photo.thumbnail(size).toFile());
            assertEquals(0xFFFFFFFF, thumbnail.getRGB(thumbnail.getWidth() / 2, 3), size.name());
        }
    }

    private PhotoStore store(int photos, long bytes) {
        return new PhotoStore(folder, new UploadLimits(1 << 20, 1_000_000, 2000, photos, bytes), new PhotoRenderer());
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String sides(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            return image.getWidth() + "x" + image.getHeight();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
