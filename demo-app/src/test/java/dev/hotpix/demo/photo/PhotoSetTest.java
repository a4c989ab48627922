package dev.hotpix.demo.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoSetTest {

    @TempDir
    Path folder;

    @Test
    void severalSizesBothModesAndGray() throws IOException {
        PhotoSet.writeTo(folder);
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
        assertEquals(7, names.size(), names.toString());
        assertEquals(3, names.stream().filter(name -> name.contains("-progressive")).count());
        assertTrue(names.stream().anyMatch(name -> name.contains("4000x3000")), names.toString());
        BufferedImage gray = ImageIO.read(folder.resolve("c-gray-1600x1200-q85.jpg").toFile());
        assertEquals(BufferedImage.TYPE_BYTE_GRAY, gray.getType());
        // About what cameras write for 12 megapixels.
        long large = Files.size(folder.resolve("d-large-4000x3000-q92.jpg"));
        assertTrue(large > 3_000_000 && large < 7_000_000, "bytes " + large);
    }
}
