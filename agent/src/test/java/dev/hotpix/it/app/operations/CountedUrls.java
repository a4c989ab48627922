package dev.hotpix.it.app.operations;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** URLs of one file, no two of them equal, that count how often they are loaded. */
final class CountedUrls extends URLStreamHandler {

    private final Path file;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger loads = new AtomicInteger();

    CountedUrls(Path file) {
        this.file = file;
    }

    /** One that nobody has a cached image of. */
    URL next() throws MalformedURLException {
        return new URL(null, "counted:" + file.getFileName() + "?" + made.incrementAndGet(), this);
    }

    int loads() {
        return loads.get();
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new URLConnection(url) {
            @Override
            public void connect() {
                connected = true;
            }

            @Override
            public InputStream getInputStream() throws IOException {
                loads.incrementAndGet();
                return Files.newInputStream(file);
            }
        };
    }
}
