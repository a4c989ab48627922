package dev.hotpix.redirect.jpeg.probe;

import java.util.Arrays;
import java.util.Locale;

/**
 * What decides which code of a decoder a JPEG exercises: its colour space, the sampling factors of
 * its components and the process it was coded with. Two files of equal layout take the same
 * upsampling, colour conversion and coefficient buffering paths, so one comparison settles both.
 *
 * <p>Terms are those of ITU-T T.81: sampling factors H<sub>i</sub> and V<sub>i</sub> are 1 to 4
 * (B.2.2), and an interleaved scan has at most ten data units in an MCU (B.2.3).
 */
public final class FrameLayout {

    /** How the components are to be understood, as told by the APPn markers and component ids. */
    public enum Colour {
        /** One component, JFIF. */
        GRAY(1),
        /** Three components, JFIF. */
        YCBCR(3),
        /** Three components, Adobe APP14 with transform 0. */
        RGB(3),
        /** Four components, Adobe APP14 with transform 0. */
        CMYK(4),
        /** Four components, Adobe APP14 with transform 2. */
        YCCK(4);

        private final int components;

        Colour(int components) {
            this.components = components;
        }

        /** The number of components in the frame, Nf. */
        public int components() {
            return components;
        }
    }

    /** The coding process and how it divides the frame into scans. */
    public enum Process {
        /** Baseline sequential (SOF0), all components interleaved in one scan. */
        BASELINE,
        /** Baseline sequential (SOF0), one non-interleaved scan for each component. */
        SEQUENTIAL_MULTISCAN,
        /** Progressive (SOF2) with spectral selection and successive approximation. */
        PROGRESSIVE
    }

    /** The most data units an MCU may have in an interleaved scan, T.81 B.2.3. */
    private static final int MAX_BLOCKS_IN_MCU = 10;

    private static final int MAX_FACTOR = 4;

    private final Colour colour;
    private final Process process;
    private final int[] horizontal;
    private final int[] vertical;

    private FrameLayout(Colour colour, Process process, int[] horizontal, int[] vertical) {
        this.colour = colour;
        this.process = process;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /**
     * The layout with these sampling factors, one of each kind for every component.
     *
     * @throws IllegalArgumentException if T.81 forbids it: a factor outside 1 to 4, the wrong
     *     number of components for the colour, or {@link Process#BASELINE} with more than ten
     *     blocks in an MCU
     */
    public static FrameLayout of(
            Colour colour, Process process, int[] horizontal, int[] vertical) {
        FrameLayout layout =
                new FrameLayout(colour, process, horizontal.clone(), vertical.clone());
        layout.validate();
        return layout;
    }

    private void validate() {
        if (horizontal.length != colour.components || vertical.length != colour.components) {
            throw new IllegalArgumentException(colour + " has " + colour.components
                    + " component(s), got " + horizontal.length + " and " + vertical.length);
        }
        for (int i = 0; i < horizontal.length; i++) {
            if (!isFactor(horizontal[i]) || !isFactor(vertical[i])) {
                throw new IllegalArgumentException("sampling factor outside 1..4: " + this);
            }
        }
        if (process == Process.BASELINE && !canInterleave()) {
            throw new IllegalArgumentException("more than 10 blocks in an MCU: " + this);
        }
    }

    private static boolean isFactor(int value) {
        return value >= 1 && value <= MAX_FACTOR;
    }

    public Colour colour() {
        return colour;
    }

    public Process process() {
        return process;
    }

    /** The number of components in the frame, Nf. */
    public int components() {
        return horizontal.length;
    }

    /** H<sub>i</sub>, the horizontal sampling factor of the component at {@code index}. */
    public int horizontal(int index) {
        return horizontal[index];
    }

    /** V<sub>i</sub>, the vertical sampling factor of the component at {@code index}. */
    public int vertical(int index) {
        return vertical[index];
    }

    /** H<sub>max</sub>. */
    public int maxHorizontal() {
        return max(horizontal);
    }

    /** V<sub>max</sub>. */
    public int maxVertical() {
        return max(vertical);
    }

    /** Whether one scan may hold all components; a scan of a single component always may. */
    public boolean canInterleave() {
        if (horizontal.length == 1) {
            return true;
        }
        int blocks = 0;
        for (int i = 0; i < horizontal.length; i++) {
            blocks += horizontal[i] * vertical[i];
        }
        return blocks <= MAX_BLOCKS_IN_MCU;
    }

    private static int max(int[] values) {
        int max = 0;
        for (int value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof FrameLayout)) {
            return false;
        }
        FrameLayout that = (FrameLayout) other;
        return colour == that.colour
                && process == that.process
                && Arrays.equals(horizontal, that.horizontal)
                && Arrays.equals(vertical, that.vertical);
    }

    @Override
    public int hashCode() {
        // Not the enums' own hash codes: those differ from one JVM run to the next.
        int hash = colour.ordinal() * 31 + process.ordinal();
        return (hash * 31 + Arrays.hashCode(horizontal)) * 31 + Arrays.hashCode(vertical);
    }

    /** For example {@code ycbcr 2x2,1x1,1x1 progressive}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(lowerCase(colour)).append(' ');
        for (int i = 0; i < horizontal.length; i++) {
            text.append(i == 0 ? "" : ",").append(horizontal[i]).append('x').append(vertical[i]);
        }
        return text.append(' ').append(lowerCase(process)).toString();
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
