package dev.hotpix.doctor;

import dev.hotpix.publish.jmx.AgentMXBean;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;

/** An image operation of the self-test, over and over the same. */
final class TestOperation {

    /** Whose switch it is that turns the operation's redirect on and off. */
    private enum Redirect { DECODE, ENCODE, RESIZE }

    private final String name;
    private final Redirect redirect;
    private final String kind;
    private final Callable<?> work;

    private TestOperation(String name, Redirect redirect, String kind, Callable<?> work) {
        this.name = name;
        this.redirect = redirect;
        this.kind = kind;
        this.work = work;
    }

    static TestOperation decode(String name, Callable<BufferedImage> work) {
        return new TestOperation(name, Redirect.DECODE, null, work);
    }

    /** @param work makes a file */
    static TestOperation encode(String name, Callable<byte[]> work) {
        return new TestOperation(name, Redirect.ENCODE, null, work);
    }

    /** @param kind how the agent's facts name what is tried: {@code reduction}, {@code bicubic}, {@code area} */
    static TestOperation resize(String name, String kind, Callable<BufferedImage> work) {
        return new TestOperation(name, Redirect.RESIZE, kind, work);
    }

    String name() {
        return name;
    }

    /** Of a scaling; null for others. */
    String kind() {
        return kind;
    }

    boolean isRedirected(AgentMXBean agent) {
        switch (redirect) {
            case DECODE:
                return agent.isJpegDecodeRedirectEnabled();
            case ENCODE:
                return agent.isJpegEncodeRedirectEnabled();
            default:
                return agent.isResizeRedirectEnabled();
        }
    }

    void redirect(AgentMXBean agent, boolean on) {
        switch (redirect) {
            case DECODE:
                agent.setJpegDecodeRedirectEnabled(on);
                break;
            case ENCODE:
                agent.setJpegEncodeRedirectEnabled(on);
                break;
            default:
                agent.setResizeRedirectEnabled(on);
        }
    }

    /** How many operations of its redirect were redirected until now. */
    long redirected(AgentMXBean agent) {
        switch (redirect) {
            case DECODE:
                return agent.getRedirectedDecodes();
            case ENCODE:
                return agent.getRedirectedEncodes();
            default:
                return agent.getRedirectedResizes();
        }
    }

    /** Why operations of its redirect were not, and how many. */
    Map<String, Long> fallbacks(AgentMXBean agent) {
        switch (redirect) {
            case DECODE:
                return agent.getFallbacks();
            case ENCODE:
                return agent.getEncodeFallbacks();
            default:
                return agent.getResizeFallbacks();
        }
    }

    Result run() throws Exception {
        return new Result(work.call());
    }

    /** What an operation has made: an image, or the bytes of a file. */
    static final class Result {
        private final Object made;

        private Result(Object made) {
            this.made = made;
        }

        boolean isSameAs(Result other) {
            return made instanceof byte[]
                    ? Arrays.equals((byte[]) made, (byte[]) other.made)
                    : isSame((BufferedImage) made, (BufferedImage) other.made);
        }

        private static boolean isSame(BufferedImage one, BufferedImage other) {
            return one.getType() == other.getType() && one.getColorModel().equals(other.getColorModel())
                    && one.getWidth() == other.getWidth() && one.getHeight() == other.getHeight()
                    && Arrays.equals(samples(one), samples(other));
        }

        private static int[] samples(BufferedImage image) {
            return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
        }
    }
}
