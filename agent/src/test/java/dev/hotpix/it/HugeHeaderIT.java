package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.HugeHeaderApp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that declares a huge image and holds nothing of it takes the memory that stock makes it take. */
class HugeHeaderIT {

    private static final int MOST = 65500;

    /** With several scans stock keeps all coefficients: 96 megabytes here. */
    private static final int LARGE = 5600;

    /** The agent itself: its classes, Byte Buddy, its thread. */
    private static final long AGENT_KILOBYTES = 160_000;

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void takesNoMoreThanStock(Jdk jdk) throws IOException {
        BufferedImage picture = MadePictures.picture(64, 64, BufferedImage.TYPE_INT_RGB);
        Path baseline = declare(MadePictures.jpeg(picture, false, 2, 2, 0), MOST, "baseline.jpg");
        Path progressive = declare(MadePictures.jpeg(picture, true, 2, 2, 0), LARGE, "progressive.jpg");
        List<String> stock = child(jdk, baseline, progressive).run().lines();
        List<String> with = child(jdk, baseline, progressive).agent("start=sync").run().lines();
        int last = stock.size() - 1;
        assertEquals(stock.subList(0, last), with.subList(0, last));
        long without = Long.parseLong(stock.get(last).substring(2));
        long peak = Long.parseLong(with.get(last).substring(2));
        System.err.println(jdk + ": at most " + without + " KB without the agent, " + peak + " KB with it");
        assertTrue(peak < without + AGENT_KILOBYTES, peak + " KB, stock " + without + " KB");
    }

    private static ForkedJvm child(Jdk jdk, Path... files) {
        // G1 by name: with the serial collector stock itself can hang on damaged files.
        return ForkedJvm.of(jdk, HugeHeaderApp.class).options("-Xmx256m", "-XX:+UseG1GC").arguments((Object[]) files);
    }

    /** Changes the frame header's size. */
    private Path declare(byte[] jpeg, int size, String name) throws IOException {
        byte[] changed = Arrays.copyOf(jpeg, jpeg.length);
        int at = 2;
        while ((changed[at + 1] & 255) < 0xC0 || (changed[at + 1] & 255) > 0xC2) {
            at += 2 + (changed[at + 2] & 255) * 256 + (changed[at + 3] & 255);
        }
        for (int i = 0; i < 4; i += 2) {
            changed[at + 5 + i] = (byte) (size >> 8);
            changed[at + 6 + i] = (byte) size;
        }
        return Files.write(scratch.resolve(name), changed);
    }
}
