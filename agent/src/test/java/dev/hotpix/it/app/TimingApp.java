package dev.hotpix.it.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads pictures through every method there is, times each call itself, and prints a line per format: its name,
 * the number of calls, and total, median and longest time in nanoseconds. Then come calls that fail. Arguments:
 * a folder with {@code picture.FORMAT}, and how often to call each method.
 */
public final class TimingApp {

    private final int rounds;
    private long[] times = new long[64];
    private int calls;

    private TimingApp(int rounds) {
        this.rounds = rounds;
    }

    /** A call to be timed. */
    @FunctionalInterface
    private interface Call {
        Object call() throws IOException;
    }

    /** A call of a reader that has its input. */
    @FunctionalInterface
    private interface ReaderCall {
        Object call(ImageReader reader) throws IOException;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        IIORegistry.getDefaultInstance().registerServiceProvider(new ToyReader.Provider());
        TimingApp timing = new TimingApp(Integer.parseInt(args[1]));
        for (String format : new String[] {"jpeg", "png", "bmp", "gif", "toy"}) {
            timing.format(format, Path.of(args[0], "picture." + format));
        }
        timing.failures(Files.readAllBytes(Path.of(args[0], "picture.png")));
    }

    private void format(String name, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        calls = 0;
        for (int round = 0; round < rounds; round++) {
            time(() -> ImageIO.read(file.toFile()));
            time(() -> ImageIO.read(new ByteArrayInputStream(bytes)));
            time(() -> ImageIO.read(file.toUri().toURL()));
            time(() -> ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))));
            reader(name, bytes, reader -> reader.read(0));
            reader(name, bytes, reader -> reader.read(0, reader.getDefaultReadParam()));
            reader(name, bytes, reader -> reader.readAll(0, null));
            reader(name, bytes, reader -> reader.readTile(0, 0, 0));
            if (name.equals("jpeg")) {
                reader(name, bytes, reader -> reader.readRaster(0, null));
            }
        }
        Arrays.sort(times, 0, calls);
        System.out.println(name + " " + calls + " " + Arrays.stream(times, 0, calls).sum() + " " + times[calls / 2]
                + " " + times[calls - 1]);
    }

    private void reader(String format, byte[] bytes, ReaderCall call) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream);
            time(() -> call.call(reader));
        } finally {
            reader.dispose();
        }
    }

    private void time(Call call) throws IOException {
        long begin = System.nanoTime();
        Object result = call.call();
        long elapsed = System.nanoTime() - begin;
        if (result == null) {
            throw new IllegalStateException("nothing read");
        }
        if (calls == times.length) {
            times = Arrays.copyOf(times, calls * 2);
        }
        times[calls++] = elapsed;
    }

    private void failures(byte[] png) throws IOException {
        for (int round = 0; round < rounds; round++) {
            try {
                ImageIO.read(new ByteArrayInputStream(png, 0, png.length / 20));
                System.out.println("unexpectedly read");
            } catch (IOException expected) {
                // Counts as an error of PNG.
            }
            if (ImageIO.read(new ByteArrayInputStream("no picture".getBytes("US-ASCII"))) != null) {
                System.out.println("unexpectedly read");
            }
        }
    }
}
