package dev.hotpix.codec;

/** How chroma gets back to full size. The codes are those of {@code enum hp_upsampling}. */
public enum Upsampling {

    /** Each sample again. */
    REPLICATED,
    /** libjpeg-turbo's triangle filters. */
    FANCY,
    /** The same, but replicated where only rows are fewer (4:4:0), as in libjpeg 6b. */
    FANCY_BUT_H1V2;

    int code() {
        return ordinal();
    }
}
