package dev.hotpix.demo.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder in the system's temporary one, readable by its owner only, that goes when the application ends. */
final class ScratchFolder implements AutoCloseable {

    private final Path path = Files.createTempDirectory("hotpix-demo");

    ScratchFolder() throws IOException {}

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(path);
    }
}
