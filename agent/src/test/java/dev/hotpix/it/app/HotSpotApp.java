package dev.hotpix.it.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Reads pictures from several lines in several ways and prints, for each of these lines, its label, the calls and
 * the time in nanoseconds. Arguments: a folder with {@code picture.FORMAT} and {@code tiny.gif}, how often to read
 * each picture, and how often the tiny one.
 */
public final class HotSpotApp {

    /** Names its line by its method: a stack trace in each of its many rounds would take too long. */
    private static final String TINY = "tiny";

    private static final Map<String, long[]> LINES = new LinkedHashMap<>();

    private final Path folder;
    private final int rounds;

    private HotSpotApp(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        HotSpotApp app = new HotSpotApp(Path.of(args[0]), Integer.parseInt(args[1]));
        app.plain();
        app.lambda();
        Thread thread = new Thread(app::stream);
        thread.start();
        thread.join();
        app.throughLibrary();
        app.ownReader();
        app.tiny(Integer.parseInt(args[2]));
        LINES.forEach((line, sums) -> System.out.println(line + " " + sums[0] + " " + sums[1]));
    }

    /** The line that calls this, as the report is to name it. */
    private static String here() {
        StackTraceElement caller = new Throwable().getStackTrace()[1];
        return caller.getClassName() + "." + caller.getMethodName() + "(" + caller.getFileName() + ":"
                + caller.getLineNumber() + ")";
    }

    private static void add(String line, long begin, Object result) {
        long elapsed = System.nanoTime() - begin;
        if (result == null) {
            throw new IllegalStateException("nothing read in " + line);
        }
        long[] sums = LINES.computeIfAbsent(line, any -> new long[2]);
        sums[0]++;
        sums[1] += elapsed;
    }

    private File picture(String format) {
        return folder.resolve("picture." + format).toFile();
    }

    private void plain() throws IOException {
        for (int i = 0; i < rounds; i++) {
            add(here(), System.nanoTime(), ImageIO.read(picture("jpeg")));
        }
    }

    private void lambda() throws Exception {
        Callable<BufferedImage> read = () -> {
            add(here(), System.nanoTime(), ImageIO.read(picture("png")));
            return null;
        };
        for (int i = 0; i < rounds; i++) {
            read.call();
        }
    }

    private void stream() {
        List<File> files = List.of(picture("bmp"), picture("jpeg"));
        IntStream.range(0, rounds).boxed().flatMap(i -> files.stream()).sorted().forEach(file -> {
            try {
                add(here(), System.nanoTime(), ImageIO.read(file.toURI().toURL()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** Passes for an image library in one of the tests. */
    static final class Library {

        private Library() {
        }

        static BufferedImage load(File file) throws IOException {
            return ImageIO.read(file);
        }
    }

    private void throughLibrary() throws IOException {
        for (int i = 0; i < rounds; i++) {
            add(here(), System.nanoTime(), Library.load(picture("png")));
        }
    }

    /** The intercepted method is a class of the application here, but not the caller that is looked for. */
    private void ownReader() throws IOException {
        ImageReader reader = new ToyReader.Provider().createReaderInstance(null);
        for (int i = 0; i < rounds; i++) {
            add(here(), System.nanoTime(), reader.read(0, null));
        }
    }

    private void tiny(int times) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("tiny.gif"));
        for (int i = 0; i < times; i++) {
            add(TINY, System.nanoTime(), ImageIO.read(new ByteArrayInputStream(bytes)));
        }
    }
}
