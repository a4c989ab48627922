package dev.hotpix.redirect.jpeg.profile;

import dev.hotpix.measure.OperationTracker;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.ColorConvertOp;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The embedded profiles that this JVM has met. Each is converted by the JDK until it has cost so much that
 * tables for it pay; then those are made and proven in the background. Takes a few hundred kilobytes at most.
 */
public final class ProfileConversions {

    /**
     * Pixels to be converted before tables are made: the JDK then has spent about as much on them as the proof
     * takes, so that what is wasted on a profile that never comes again is at most what was spent anyway.
     */
    static final long PIXELS_BEFORE_TABLES = 24L << 20;

    private static final int MOST_TABLES = 4;
    private static final int MOST_PROFILES = 64;

    private final Map<Digest, Known> profiles = new ConcurrentHashMap<>();
    private final AtomicInteger tables = new AtomicInteger();
    private final Executor background;
    private volatile OperationTracker tracker;

    /** @param background runs the proofs */
    public ProfileConversions(Executor background) {
        this.background = background;
    }

    /** Counts conversions by tables from now on. */
    public void measure(OperationTracker conversions) {
        tracker = conversions;
    }

    /** What is known of one profile. */
    private static final class Known {
        final AtomicLong pixels = new AtomicLong();
        volatile MatrixShaper shaper;
        volatile boolean usable;
    }

    /** SHA-256 of a profile. */
    private static final class Digest {
        private final byte[] sha256;

        Digest(byte[] profile) throws NoSuchAlgorithmException {
            sha256 = MessageDigest.getInstance("SHA-256").digest(profile);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Digest && MessageDigest.isEqual(sha256, ((Digest) other).sha256);
        }

        @Override
        public int hashCode() {
            return sha256[0] & 255 | (sha256[1] & 255) << 8 | (sha256[2] & 255) << 16 | sha256[3] << 24;
        }
    }

    /**
     * The conversion for an image.
     *
     * @param op the JDK's conversion, as its reader has made it
     * @param from the colour space of the embedded profile
     * @param to the colour space of the destination
     * @param pixels how many will be converted
     * @return null if it is not one from a profile with three components to sRGB
     */
    public ProfileConversion of(ColorConvertOp op, ColorSpace from, ColorSpace to, long pixels) {
        if (!(from instanceof ICC_ColorSpace) || from.getNumComponents() != 3 || !to.isCS_sRGB()) {
            return null;
        }
        byte[] profile = ((ICC_ColorSpace) from).getProfile().getData();
        Known known = known(profile);
        MatrixShaper shaper = known == null ? null : known.shaper;
        if (known != null && shaper == null) {
            count(known, profile, pixels);
        }
        return new ProfileConversion(op, shaper, tracker);
    }

    /** Whether the JDK has been able to convert with an equal profile before; never throws. */
    public boolean isUsable(Object colorSpace) {
        Known known = known(colorSpace);
        return known != null && known.usable;
    }

    /** The JDK has been able to convert with a profile; never throws. */
    public void used(Object colorSpace) {
        Known known = known(colorSpace);
        if (known != null) {
            known.usable = true;
        }
    }

    private Known known(Object colorSpace) {
        try {
            return colorSpace instanceof ICC_ColorSpace
                    ? known(((ICC_ColorSpace) colorSpace).getProfile().getData()) : null;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError refused) {
            return null;
        }
    }

    private Known known(byte[] profile) {
        try {
            Digest digest = new Digest(profile);
            Known known = profiles.get(digest);
            return known != null || profiles.size() >= MOST_PROFILES
                    ? known : profiles.computeIfAbsent(digest, key -> new Known());
        } catch (NoSuchAlgorithmException crippledJdk) {
            return null;
        }
    }

    private void count(Known known, byte[] profile, long pixels) {
        long before = known.pixels.getAndAdd(pixels);
        boolean due = before < PIXELS_BEFORE_TABLES && before + pixels >= PIXELS_BEFORE_TABLES;
        if (due && tables.get() < MOST_TABLES) {
            try {
                background.execute(() -> prove(known, profile));
            } catch (RejectedExecutionException ending) {
                // The JDK's conversion goes on.
            }
        }
    }

    private void prove(Known known, byte[] profile) {
        boolean before = OperationTracker.suppressed(true);
        try {
            MatrixShaper shaper = tables.get() < MOST_TABLES ? ShaperProof.prove(profile) : null;
            if (shaper != null) {
                tables.incrementAndGet();
                known.shaper = shaper;
            }
        } catch (RuntimeException refused) {
            // The JDK's conversion goes on.
        } finally {
            OperationTracker.suppressed(before);
        }
    }

    /** How many profiles are converted by tables. */
    public int tables() {
        return tables.get();
    }
}
