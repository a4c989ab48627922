package dev.hotpix.it.app;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.swing.ImageIcon;

/** Reads files that declare a huge size and hold little, and prints, behind {@code #}, the most memory it took. */
public final class HugeHeaderApp {

    private HugeHeaderApp() {
    }

    /** The arguments are files. */
    public static void main(String[] args) throws Exception {
        Findings findings = new Findings(System.out);
        for (String name : args) {
            byte[] bytes = Files.readAllBytes(Path.of(name));
            findings.subject(Path.of(name).getFileName().toString());
            findings.ask("read", () -> ImageText.of(ImageIO.read(new ByteArrayInputStream(bytes))));
            findings.ask("region", () -> region(bytes));
            findings.ask("icon", () -> new ImageIcon(bytes).getImageLoadStatus());
        }
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                System.out.println("# " + line.replaceAll("[^0-9]", ""));
            }
        }
    }

    private static String region(byte[] bytes) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(0, reader.getHeight(0) - 40, 40, 40));
            return ImageText.of(reader.read(0, param)) + " at " + stream.getStreamPosition();
        } finally {
            reader.dispose();
        }
    }
}
