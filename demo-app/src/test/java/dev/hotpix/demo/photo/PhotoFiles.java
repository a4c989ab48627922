package dev.hotpix.demo.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Single small JPEG files for tests. */
public final class PhotoFiles {

    private PhotoFiles() {}

    public static Path write(Path folder, BufferedImage image, boolean progressive) throws IOException {
        return PhotoSet.write(folder, "test", image, 0.85f, progressive);
    }
}
