package dev.hotpix.it.app;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/**
 * Reads all files of a folder several times, the last time with a region too, and prints what it sees.
 *
 * <p>Arguments: the folder; how often; the number of profiles for whose tables to wait before the last time, 0
 * without an agent. With {@code -Dhotpixtest.counts=true} the agent's counts are printed behind {@code #}.
 */
public final class ColourApp {

    private static final int WAIT_SECONDS = 30;

    private ColourApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Path[] files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.sorted().toArray(Path[]::new);
        }
        Findings findings = new Findings(System.out);
        int times = Integer.parseInt(args[1]);
        for (int i = 0; i < times; i++) {
            if (i == times - 1) {
                waitForTables(Integer.parseInt(args[2]));
            }
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                findings.subject(file.getFileName().toString());
                findings.ask("read", () -> ImageText.of(ImageIO.read(new ByteArrayInputStream(bytes))));
                if (i == times - 1) {
                    findings.ask("region", () -> region(bytes));
                }
            }
        }
        if (Boolean.getBoolean("hotpixtest.counts")) {
            counts();
        }
    }

    private static String region(byte[] bytes) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(3, 5, reader.getWidth(0) - 7, reader.getHeight(0) - 5));
            param.setSourceSubsampling(2, 3, 1, 2);
            return ImageText.of(reader.read(0, param)) + " at " + stream.getStreamPosition();
        } finally {
            reader.dispose();
        }
    }

    private static Object attribute(String attribute) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        return server.getAttribute(new ObjectName("dev.hotpix:type=Agent"), attribute);
    }

    private static void waitForTables(int profiles) throws Exception {
        for (int i = 0; profiles > 0 && (int) attribute("ProfileTables") < profiles; i++) {
            if (i > WAIT_SECONDS * 10) {
                throw new IllegalStateException("no tables for " + profiles + " profiles");
            }
            Thread.sleep(100);
        }
    }

    private static long count(String attribute, String key) throws Exception {
        CompositeData row = ((TabularData) attribute(attribute)).get(new Object[] {key});
        return row == null ? 0 : (Long) row.get("value");
    }

    private static void counts() throws Exception {
        long redirected = (Long) attribute("RedirectedDecodes");
        for (int i = 0; i < WAIT_SECONDS * 10 && count("Verifications", "equal")
                + count("Verifications", "different") + count("Verifications", "skipped") < redirected; i++) {
            Thread.sleep(100);
        }
        System.out.println("# redirected " + redirected);
        for (String result : new String[] {"equal", "different", "skipped"}) {
            System.out.println("# " + result + " " + count("Verifications", result));
        }
        System.out.println("# findings " + Arrays.toString((String[]) attribute("VerificationFindings")));
    }
}
