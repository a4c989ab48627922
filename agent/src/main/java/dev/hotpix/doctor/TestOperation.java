package dev.hotpix.doctor;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** An image operation of the self-test, over and over the same. */
final class TestOperation {

    private final String name;
    private final String kind;
    private final Callable<BufferedImage> work;

    private TestOperation(String name, String kind, Callable<BufferedImage> work) {
        this.name = name;
        this.kind = kind;
        this.work = work;
    }

    static TestOperation decode(String name, Callable<BufferedImage> work) {
        return new TestOperation(name, null, work);
    }

    /** @param kind as in the agent's facts: {@code bilinear}, {@code bicubic}, {@code area} */
    static TestOperation resize(String name, String kind, Callable<BufferedImage> work) {
        return new TestOperation(name, kind, work);
    }

    String name() {
        return name;
    }

    boolean resizes() {
        return kind != null;
    }

    /** Null for decodes. */
    String kind() {
        return kind;
    }

    Result run() throws Exception {
        return new Result(work.call());
    }

    /** What an operation has made. */
    static final class Result {
        private final BufferedImage image;

        private Result(BufferedImage image) {
            this.image = image;
        }

        boolean isSameAs(Result other) {
            BufferedImage that = other.image;
            return image.getType() == that.getType() && image.getColorModel().equals(that.getColorModel())
                    && image.getWidth() == that.getWidth() && image.getHeight() == that.getHeight()
                    && Arrays.equals(samples(image), samples(that));
        }

        private static int[] samples(BufferedImage image) {
            return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
        }
    }
}
