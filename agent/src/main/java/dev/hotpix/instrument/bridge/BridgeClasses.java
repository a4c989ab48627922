package dev.hotpix.instrument.bridge;

import java.util.Set;

/** The names of the classes that woven code calls. Apart from {@link Bridges}, which cannot be loaded before them. */
public final class BridgeClasses {

    /** All that are to be defined into {@code java.base}. */
    public static final Set<String> NAMES = Set.of(
            "java.lang.HotpixDecoders", "java.lang.HotpixImageIo", "java.lang.HotpixJava2d", "java.lang.HotpixJpeg",
            "java.lang.HotpixJpegWriter", "java.lang.HotpixManagement", "java.lang.HotpixMeters",
            "java.lang.HotpixRegistries", "java.lang.HotpixToolkit");

    private BridgeClasses() {
    }
}
