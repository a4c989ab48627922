package dev.hotpix.redirect.resize;

/** What is redirected and tried, each by itself. */
enum ResizeKind {
    /** {@code drawImage} with bilinear interpolation, enlarging or reducing little. */
    BILINEAR("bilinear drawing"),
    /** {@code drawImage} with bilinear interpolation, reducing so much that source rows are hardly used twice. */
    REDUCTION("bilinear reduction"),
    /** {@code drawImage} with bilinear interpolation to exactly one half. */
    HALVING("bilinear halving"),
    /** {@code drawImage} with bicubic interpolation. */
    BICUBIC("bicubic drawing"),
    /** {@code drawImage} of translucent pixels with bilinear interpolation. */
    TRANSLUCENT("translucent bilinear drawing"),
    /** {@code drawImage} of translucent pixels with bicubic interpolation. */
    TRANSLUCENT_BICUBIC("translucent bicubic drawing"),
    /** {@code getScaledInstance} with area averaging. */
    AREA("area averaging"),
    /** {@code drawImage} of one image type onto another, unscaled. */
    CONVERSION("type conversion"),
    /** {@code ConvolveOp}. */
    CONVOLUTION("convolution");

    private final String label;

    ResizeKind(String label) {
        this.label = label;
    }

    /** Whether translucent pixels are drawn. */
    boolean isTranslucent() {
        return this == TRANSLUCENT || this == TRANSLUCENT_BICUBIC;
    }

    /** Whether there are no kernels with the Vector API. */
    boolean isScalar() {
        return isTranslucent() || this == CONVERSION || this == CONVOLUTION;
    }

    /** For messages. */
    String label() {
        return label;
    }
}
