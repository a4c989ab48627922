package dev.hotpix.it.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** How far a long run has come, in a file, so that it can be stopped at any time and go on. */
final class RunState {

    private final Path file;
    private final Properties values = new Properties();

    /** @param file need not exist */
    RunState(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                values.load(in);
            }
        }
    }

    long get(String key, long otherwise) {
        return Long.parseLong(values.getProperty(key, Long.toString(otherwise)));
    }

    void set(String key, long value) {
        values.setProperty(key, Long.toString(value));
    }

    void add(String key, long more) {
        set(key, get(key, 0) + more);
    }

    /** A reader never sees half of it. */
    void save() throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(whole)) {
            values.store(out, null);
        }
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
