package dev.hotpix.measure;

/** The Java API through which the application asked for an image operation: the tag {@code api}. */
public enum Api {
    /** {@code javax.imageio}. */
    IMAGEIO("imageio"),
    /** {@code java.awt.Graphics2D} and {@code java.awt.image}. */
    JAVA2D("java2d"),
    /** {@code java.awt.Toolkit} and {@code java.awt.Image}. */
    TOOLKIT("toolkit"),
    /** OpenCV's own Java API. */
    OPENCV("opencv"),
    /** OpenCV through Bytedeco's presets, which JavaCV uses. */
    JAVACV("javacv"),
    /** libjpeg-turbo's own Java API. */
    TURBOJPEG("turbojpeg"),
    /** Skija. */
    SKIJA("skija"),
    /** The stb libraries through LWJGL. */
    LWJGL_STB("lwjgl-stb"),
    /** libvips through vips-ffm. */
    VIPS("vips"),
    /** JavaFX. */
    JAVAFX("javafx"),
    /** Deep Java Library. */
    DJL("djl"),
    /** Methods that the user has named. */
    OWN("own"),
    /** Any other, and whatever no longer has a series of its own. */
    OTHER("other");

    private final String label;

    Api(String label) {
        this.label = label;
    }

    /** The value of the tag. */
    public String label() {
        return label;
    }
}
