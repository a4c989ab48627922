package dev.hotpix.codec;

/** The colour spaces of a file or of decoded rows, with libjpeg's codes. */
public enum ColorSpace {
    /** Components are passed through unconverted. */
    UNKNOWN(0, 0),
    GRAYSCALE(1, 1),
    RGB(2, 3),
    YCBCR(3, 3),
    CMYK(4, 4),
    YCCK(5, 4),
    /** Output only: interleaved bytes blue, green, red. */
    BGR(8, 3);

    private final int code;
    private final int components;

    ColorSpace(int code, int components) {
        this.code = code;
        this.components = components;
    }

    /** The value of libjpeg's {@code J_COLOR_SPACE}. */
    public int code() {
        return code;
    }

    /** Bytes per pixel in an output row; 0 for {@link #UNKNOWN}, where the file decides. */
    public int components() {
        return components;
    }

    /** The constant with that code; {@link #UNKNOWN} for codes without one. */
    public static ColorSpace ofCode(int code) {
        for (ColorSpace space : values()) {
            if (space.code == code) {
                return space;
            }
        }
        return UNKNOWN;
    }
}
