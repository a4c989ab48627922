package dev.hotpix.it.app;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;

/**
 * An application with a decoder of its own, which is all that it has to do with images until the agent is awake.
 * Prints what is to be measured from then on. Arguments: rounds.
 */
public final class OwnDecodersApp {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;

    private final int rounds;

    private OwnDecodersApp(int rounds) {
        this.rounds = rounds;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        byte[] file = OwnCodec.encode(new OwnCodec.Picture(WIDTH, HEIGHT, new byte[3 * WIDTH * HEIGHT]));
        AgentCounts agent = new AgentCounts();
        new OwnDecodersApp(Integer.parseInt(args[0])).run(file);
        System.out.println("redirected " + agent.redirected());
    }

    private void run(byte[] file) throws Exception {
        OwnCodec.Picture picture = OwnCodec.decode(file);
        count("decode pnm own other ok", 1, WIDTH * HEIGHT, file.length);
        time("decode pnm own other ok", WIDTH * HEIGHT, file.length, () -> OwnCodec.decode(file));
        // The outer of the two is what is counted.
        time("decode pnm own other ok", WIDTH * HEIGHT, file.length,
                () -> OwnCodec.decode(ByteBuffer.wrap(file), false));
        time("decode pnm own other error", 0, file.length, () -> OwnCodec.decode(ByteBuffer.wrap(file), true));
        time("decode unknown own other error", 0, 20, () -> OwnCodec.decode(new byte[20]));
        time("encode pnm own other ok", WIDTH * HEIGHT, file.length, () -> OwnCodec.encode(picture));
        time("resize unknown own other ok", WIDTH * HEIGHT / 4, 0, () -> OwnCodec.half(picture));
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        time("decode jpeg own other ok", WIDTH * HEIGHT, -1, () -> new OwnCodec().photo(jpeg.toByteArray()));
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(image.getScaledInstance(10, 10, Image.SCALE_SMOOTH), 0, 0, 50, 50, null);
    }

    private void time(String operation, long pixels, long bytes, Callable<?> call) {
        for (int i = 0; i < rounds; i++) {
            try {
                call.call();
            } catch (Exception expected) {
                // One of the calls is to fail.
            }
        }
        count(operation, rounds, pixels, bytes);
    }

    private static void count(String operation, int calls, long pixels, long bytes) {
        System.out.println("expected " + operation + " " + calls + " " + calls * pixels + " "
                + (bytes < 0 ? "any" : calls * bytes));
    }
}
