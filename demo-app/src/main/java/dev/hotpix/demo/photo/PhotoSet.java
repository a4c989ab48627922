package dev.hotpix.demo.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The JPEG files of a race without a folder. */
public final class PhotoSet {

    private static final long SEED = 20240229;
    private static final float WEB = 0.85f;
    private static final float CAMERA = 0.92f;

    private PhotoSet() {}

    public static void writeTo(Path folder) throws IOException {
        PhotoSynthesizer synthesizer = new PhotoSynthesizer(SEED);
        BufferedImage small = synthesizer.color(640, 480);
        write(folder, "a-small", small, WEB, false);
        write(folder, "a-small", small, WEB, true);
        BufferedImage medium = synthesizer.color(1600, 1200);
        write(folder, "b-medium", medium, WEB, false);
        write(folder, "b-medium", medium, CAMERA, true);
        write(folder, "c-gray", synthesizer.gray(1600, 1200), WEB, false);
        BufferedImage large = synthesizer.color(4000, 3000);
        write(folder, "d-large", large, CAMERA, false);
        write(folder, "d-large", large, WEB, true);
    }

    /** Writes one JPEG; its name tells size, quality and mode. */
    static Path write(Path folder, String name, BufferedImage image, float quality, boolean progressive)
            throws IOException {
        Path file = folder.resolve(String.format(Locale.ROOT, "%s-%dx%d-q%d%s.jpg", name,
                image.getWidth(), image.getHeight(), Math.round(quality * 100), progressive ? "-progressive" : ""));
        Files.write(file, JpegEncoder.encode(image, quality, progressive));
        return file;
    }
}
