package dev.hotpix.measure;

/** The code that did the work of an image operation: the tag {@code engine}. */
public enum Engine {
    /** What the JDK, or the library that the application chose, has always done. */
    STOCK("stock"),
    /** The bundled codec. */
    LIBJPEG_TURBO("libjpeg-turbo"),
    /** Pixel kernels written with the Vector API. */
    VECTOR("vector"),
    /** The same pixel kernels in plain Java. */
    SCALAR("scalar"),
    /** The OpenCV that the application brings. */
    OPENCV("opencv"),
    /** The libjpeg-turbo that the application brings. */
    TURBOJPEG("turbojpeg"),
    /** The Skia that the application brings. */
    SKIJA("skija"),
    /** The stb libraries that the application brings. */
    LWJGL_STB("lwjgl-stb"),
    /** The libvips that the application uses. */
    VIPS("vips"),
    /** The libwebp of the plug-in webp-imageio. */
    WEBP_IMAGEIO("webp-imageio"),
    /** JavaFX's own decoders. */
    JAVAFX("javafx"),
    /** Any other, and whatever no longer has a series of its own. */
    OTHER("other");

    private final String label;

    Engine(String label) {
        this.label = label;
    }

    /** Whether the agent redirected the work to it. */
    boolean isOurs() {
        return this == LIBJPEG_TURBO || this == VECTOR || this == SCALAR;
    }

    /** The value of the tag. */
    public String label() {
        return label;
    }
}
