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
    private static final long SMALL_PIXELS = 1_000_000;

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

    /** Soon read: a few damaged files of some hundred bytes declare a hundred million pixels. */
    boolean isSmall(String name) throws IOException {
        if (Files.size(folder.resolve(name)) > SMALL_BYTES) {
            return false;
        }
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        int frame = frame(bytes);
        return frame < 0 || (long) u16(bytes, frame + 5) * u16(bytes, frame + 7) <= SMALL_PIXELS;
    }

    /** Whether a JPEG carries a colour profile. */
    boolean hasProfile(String name) throws IOException {
        String bytes = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
        return bytes.contains("ICC_PROFILE\0");
    }

    /** Whether the first frame header of a JPEG names one chroma sample for two above each other: 4:4:0. */
    boolean is440(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        int frame = frame(bytes);
        return frame >= 0 && frame + 17 < bytes.length
                && bytes[frame + 9] == 3 && bytes[frame + 11] == 0x12 && bytes[frame + 14] == 0x11;
    }

    /** Where the first frame header of a JPEG is, of one of the kinds that are decoded; -1 if nowhere. */
    private static int frame(byte[] bytes) {
        for (int at = 2; at + 9 < bytes.length; at += 2 + u16(bytes, at + 2)) {
            int marker = bytes[at + 1] & 255;
            if (marker == 0xC0 || marker == 0xC1 || marker == 0xC2) {
                return at;
            }
        }
        return -1;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 255) << 8 | bytes[at + 1] & 255;
    }
}
