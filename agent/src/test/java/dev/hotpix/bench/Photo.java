package dev.hotpix.bench;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JPEG file and what its frame header says. */
final class Photo {

    private static final int PROGRESSIVE = 0xC2;

    private final Path file;
    private final boolean progressive;
    private final int width;
    private final int height;

    private Photo(Path file, boolean progressive, int width, int height) {
        this.file = file;
        this.progressive = progressive;
        this.width = width;
        this.height = height;
    }

    /** The JPEG files among {@code places}: files, and folders without their subfolders. */
    static List<Photo> find(List<String> places) throws IOException {
        List<Photo> photos = new ArrayList<>();
        for (String place : places) {
            Path path = Path.of(place);
            if (!Files.isDirectory(path)) {
                photos.add(of(path));
                continue;
            }
            try (Stream<Path> files = Files.list(path)) {
                List<Path> jpegs = files.filter(Photo::hasJpegName).sorted().collect(Collectors.toList());
                for (Path jpeg : jpegs) {
                    photos.add(of(jpeg));
                }
            }
        }
        return photos;
    }

    private static boolean hasJpegName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    private static Photo of(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.readUnsignedShort();
            while (true) {
                int marker = in.readUnsignedShort() & 0xFF;
                int length = in.readUnsignedShort();
                boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
                if (frame) {
                    in.readUnsignedByte();
                    int height = in.readUnsignedShort();
                    return new Photo(file, marker == PROGRESSIVE, in.readUnsignedShort(), height);
                }
                in.readNBytes(length - 2);
            }
        } catch (EOFException cut) {
            throw new IOException(file + " is no JPEG file", cut);
        }
    }

    Path file() {
        return file;
    }

    String name() {
        return file.getFileName().toString();
    }

    /** The group over which means are taken. */
    String kind() {
        return progressive ? "progressive" : "baseline";
    }

    double megapixels() {
        return width * (double) height / 1e6;
    }
}
