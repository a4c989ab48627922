package dev.hotpix.redirect.resize;

import java.util.Locale;

/** Why scaling an image was left to the stock code. The complete list: it is a tag's set of values. */
public enum FallbackReason {

    /** The redirect is switched off. */
    SWITCHED_OFF,
    /** Too many internal errors: the redirect has switched itself off. */
    BREAKER,
    /** Stock is as fast. */
    SLOWER,
    /** A filter other than bilinear and bicubic, or a kernel with which the JDK convolves in another way. */
    FILTER,
    /** Rotated or sheared, or so far outside that the JDK computes in another way. */
    TRANSFORM,
    /** Another composite than {@code Src} and {@code SrcOver} without extra alpha, or one of the application's own. */
    COMPOSITE,
    /** The clip is not a rectangle. */
    CLIP,
    /** Pixels of the source that no kernel reads. */
    SOURCE_TYPE,
    /** Premultiplied colours of the source are more than their alpha. */
    TRANSLUCENT,
    /** Pixels of the destination that no kernel writes. */
    DESTINATION_TYPE,
    /** Source and destination are the same array. */
    OVERLAP,
    /** Pixels come from, or go to, a class that no kernel knows. */
    CONSUMER,
    /** These kernels have not yet been compared with stock in this JVM. */
    PROBE_PENDING,
    /** This JVM's own code gives other pixels. */
    PROBE_DIFFERS,
    /** Something unexpected inside Hotpix. */
    INTERNAL_ERROR;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The reason as a tag value. */
    public String label() {
        return label;
    }
}
