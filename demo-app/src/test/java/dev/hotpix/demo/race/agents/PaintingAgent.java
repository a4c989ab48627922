package dev.hotpix.demo.race.agents;

/** Changes the lowest bit of one pixel of every JPEG. */
public final class PaintingAgent {

    private PaintingAgent() {}

    public static void premain(String args) {
        MeddlingReaderSpi.install(image -> image.setRGB(3, 2, image.getRGB(3, 2) ^ 1));
    }
}
