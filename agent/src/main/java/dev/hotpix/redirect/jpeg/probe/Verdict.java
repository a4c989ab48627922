package dev.hotpix.redirect.jpeg.probe;

import dev.hotpix.codec.Upsampling;
import java.util.EnumSet;
import java.util.Set;

/** What a probe of a layout has found. */
public enum Verdict {

    /** The codec gives stock's samples with triangle-filter upsampling of chroma. */
    FANCY_UPSAMPLING(Upsampling.FANCY),
    /** The codec gives stock's samples only with replicated rows of 4:4:0 components. */
    MIXED_UPSAMPLING(Upsampling.FANCY_BUT_H1V2),
    /** The codec gives stock's samples with replicated chroma only. */
    PLAIN_UPSAMPLING(Upsampling.REPLICATED),
    /** The codec does not give stock's samples. */
    DIFFERS(null),
    /** Not known yet. */
    PENDING(null);

    private final Upsampling upsampling;

    Verdict(Upsampling upsampling) {
        this.upsampling = upsampling;
    }

    /** What the codec is to do; null if it is not to be used. */
    public Upsampling upsampling() {
        return upsampling;
    }

    /** Every way in which the codec can upsample. */
    public static Set<Upsampling> ways() {
        return EnumSet.allOf(Upsampling.class);
    }

    /** The verdict if all probes of a layout are equal in these ways. */
    public static Verdict of(Set<Upsampling> equal) {
        for (Verdict verdict : values()) {
            if (equal.contains(verdict.upsampling)) {
                return verdict;
            }
        }
        return DIFFERS;
    }
}
