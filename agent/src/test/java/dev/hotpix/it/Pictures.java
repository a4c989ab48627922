package dev.hotpix.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that are read: a folder of folders, each for one kind. */
record Pictures(Path folder, List<String> names) {

    private static final long SMALL_BYTES = 30_000;

    /** The corpus where there is one, else files made in {@code scratch}. */
    static Pictures corpusOrMade(Path scratch) throws IOException {
        Path corpus = Path.of(System.getProperty("hotpix.corpus", "none"));
        return Files.isDirectory(corpus) ? in(corpus) : made(scratch);
    }

    static Pictures made(Path scratch) throws IOException {
        MadePictures.write(scratch);
        return in(scratch);
    }

    private static Pictures in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Pictures(folder, files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    // The folder itself holds descriptions.
                    .filter(file -> file.getNameCount() > 1)
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.toList()));
        }
    }

    boolean isSmall(String name) throws IOException {
        return Files.size(folder.resolve(name)) <= SMALL_BYTES;
    }

    /** Whether a JPEG carries a colour profile. */
    boolean hasProfile(String name) throws IOException {
        String bytes = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
        return bytes.contains("ICC_PROFILE\0");
    }

    /** Whether the first frame header of a JPEG names one chroma sample for two above each other: 4:4:0. */
    boolean is440(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        int at = 2;
        while (at + 17 < bytes.length) {
            int marker = bytes[at + 1] & 255;
            if (marker == 0xC0 || marker == 0xC1 || marker == 0xC2) {
                return bytes[at + 9] == 3 && bytes[at + 11] == 0x12 && bytes[at + 14] == 0x11;
            }
            at += 2 + (bytes[at + 2] & 255) * 256 + (bytes[at + 3] & 255);
        }
        return false;
    }
}
