package dev.hotpix.demo.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file to decode, and what its header says. */
final class ImageFile {

    private static final List<String> EXTENSIONS =
            List.of("jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff");

    private final Path path;
    private final String name;
    private final Optional<JpegKind> jpeg;

    private ImageFile(Path path, String name, Optional<JpegKind> jpeg) {
        this.path = path;
        this.name = name;
        this.jpeg = jpeg;
    }

    static ImageFile of(Path folder, Path path) throws IOException {
        // With slashes everywhere, so that order and output do not depend on the platform.
        String name = folder.relativize(path).toString().replace('\\', '/');
        return new ImageFile(path.toAbsolutePath(), name, JpegKind.of(path));
    }

    /** Every image below the folder, in the order of their names. */
    static List<ImageFile> in(Path folder) throws IOException, UsageException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("No such folder: " + folder);
        }
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.filter(ImageFile::looksLikeImage).collect(Collectors.toList());
        }
        List<ImageFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(of(folder, path));
        }
        if (files.isEmpty()) {
            throw new UsageException("No images (" + String.join(", ", EXTENSIONS) + ") in " + folder);
        }
        files.sort((a, b) -> a.name.compareTo(b.name));
        return files;
    }

    Path path() {
        return path;
    }

    String name() {
        return name;
    }

    Optional<JpegKind> jpeg() {
        return jpeg;
    }

    String kind() {
        return jpeg.map(JpegKind::toString).orElseGet(() -> extension(path));
    }

    private static boolean looksLikeImage(Path path) {
        return EXTENSIONS.contains(extension(path)) && Files.isRegularFile(path);
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
