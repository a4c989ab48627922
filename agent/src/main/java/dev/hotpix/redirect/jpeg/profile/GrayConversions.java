package dev.hotpix.redirect.jpeg.profile;

import dev.hotpix.kernels.LuminanceSteps;
import dev.hotpix.measure.OperationTracker;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The conversion of sRGB to gray. The JDK does it until that has cost as much as the proof of tables takes; then those
 * are made and proven in the background, a little at a time.
 */
public final class GrayConversions {

    /** As many as the proof converts; tests need not wait for so many. */
    private static final long PIXELS_BEFORE_TABLES = Long.getLong("hotpixtest.gray.pixels", 1L << 24);

    /** What is known of the tables. */
    public enum State {
        /** Nothing yet. */
        PENDING,
        /** They are proven and faster. */
        READY,
        /** This JVM converts in another way. */
        DIFFERS,
        /** This JVM converts as fast. */
        SLOWER
    }

    private final Executor background;
    private final AtomicLong pixels = new AtomicLong();
    private volatile State state = State.PENDING;
    private volatile LuminanceSteps steps;
    private volatile byte[] srgb;
    private volatile byte[] gray;

    /** @param background runs the proof */
    public GrayConversions(Executor background) {
        this.background = background;
    }

    /** Whether the application has used it so much that tables are worth it. */
    public boolean isBegun() {
        return pixels.get() >= PIXELS_BEFORE_TABLES;
    }

    /** What is known of the tables. */
    public State state() {
        return state;
    }

    /**
     * The tables, for a conversion of so many pixels; null while, or because, there are none: then stock's conversion
     * is counted.
     */
    public LuminanceSteps of(long more) {
        LuminanceSteps proven = steps;
        if (proven != null) {
            // The application may have changed the JDK's own profiles.
            return isUnchanged() ? proven : null;
        }
        long before = pixels.getAndAdd(more);
        if (before < PIXELS_BEFORE_TABLES && before + more >= PIXELS_BEFORE_TABLES) {
            background.execute(this::begin);
        }
        return null;
    }

    private boolean isUnchanged() {
        return Arrays.equals(profile(ColorSpace.CS_sRGB), srgb) && Arrays.equals(profile(ColorSpace.CS_GRAY), gray);
    }

    private static byte[] profile(int colorSpace) {
        return ICC_Profile.getInstance(colorSpace).getData();
    }

    private void begin() {
        srgb = profile(ColorSpace.CS_sRGB);
        gray = profile(ColorSpace.CS_GRAY);
        goOn(new GrayProof(srgb));
    }

    private void goOn(GrayProof proof) {
        boolean before = OperationTracker.suppressed(true);
        try {
            if (proof.next()) {
                // Others may have work for this thread, too.
                background.execute(() -> goOn(proof));
            } else {
                end(proof);
            }
        } catch (RuntimeException | Error refused) {
            state = State.DIFFERS;
        } finally {
            OperationTracker.suppressed(before);
        }
    }

    private void end(GrayProof proof) {
        LuminanceSteps proven = isUnchanged() ? proof.steps() : null;
        if (proven == null) {
            state = State.DIFFERS;
        } else if (proof.isFaster(proven)) {
            steps = proven;
            state = State.READY;
        } else {
            state = State.SLOWER;
        }
    }
}
