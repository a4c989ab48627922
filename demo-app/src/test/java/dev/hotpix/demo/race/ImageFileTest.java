package dev.hotpix.demo.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {

    @TempDir
    Path folder;

    @Test
    void recursiveInStableOrder() throws IOException, UsageException {
        Path deep = Files.createDirectories(folder.resolve("m/n"));
        for (String name : List.of("z.JPG", "a.jpeg", "notes.txt", "b.png", "c.Gif", "d.bmp", "e.tif", "f.tiff")) {
            Files.createFile(folder.resolve(name));
        }
        Files.createFile(deep.resolve("x.jpg"));
        Files.createDirectory(folder.resolve("folder.jpg"));
        List<String> names = ImageFile.in(folder).stream().map(ImageFile::name).collect(Collectors.toList());
        assertEquals(
                List.of("a.jpeg", "b.png", "c.Gif", "d.bmp", "e.tif", "f.tiff", "m/n/x.jpg", "z.JPG"), names);
    }

    @Test
    void missingOrEmptyFolder() {
        assertThrows(UsageException.class, () -> ImageFile.in(folder.resolve("none")));
        assertThrows(UsageException.class, () -> ImageFile.in(folder));
    }
}
