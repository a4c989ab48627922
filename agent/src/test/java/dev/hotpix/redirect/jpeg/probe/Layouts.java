package dev.hotpix.redirect.jpeg.probe;

import java.util.ArrayList;
import java.util.List;

/** The layouts that photographs and test suites come in, with every process each can have. */
final class Layouts {

    private static final String[] GRAY = {"1x1", "2x2"};

    private static final String[] YCBCR = {
        "1x1,1x1,1x1", "2x1,1x1,1x1", "2x2,1x1,1x1", "1x2,1x1,1x1", "4x1,1x1,1x1", "4x2,1x1,1x1",
        "1x4,1x1,1x1", "2x4,1x1,1x1", "3x1,1x1,1x1", "3x2,1x1,1x1", "2x2,2x1,1x2", "2x2,2x1,2x1",
        "1x1,2x1,1x2", "1x2,1x1,1x2", "1x1,2x2,2x2", "4x4,1x1,1x1"
    };

    private static final String[] RGB = {"1x1,1x1,1x1"};

    private static final String[] CMYK = {"1x1,1x1,1x1,1x1"};

    private static final String[] YCCK = {"1x1,1x1,1x1,1x1", "2x1,1x1,1x1,2x1", "2x2,1x1,1x1,2x2"};

    private Layouts() {}

    static List<FrameLayout> all() {
        List<FrameLayout> layouts = new ArrayList<>();
        for (FrameLayout.Process process : FrameLayout.Process.values()) {
            add(layouts, FrameLayout.Colour.GRAY, process, GRAY);
            add(layouts, FrameLayout.Colour.YCBCR, process, YCBCR);
            add(layouts, FrameLayout.Colour.RGB, process, RGB);
            add(layouts, FrameLayout.Colour.CMYK, process, CMYK);
            add(layouts, FrameLayout.Colour.YCCK, process, YCCK);
        }
        return layouts;
    }

    private static void add(
            List<FrameLayout> layouts,
            FrameLayout.Colour colour,
            FrameLayout.Process process,
            String[] samplings) {
        for (String sampling : samplings) {
            boolean forbidden = sampling.startsWith("4x4,");
            if (process != FrameLayout.Process.BASELINE || !forbidden) {
                layouts.add(layout(colour, process, sampling));
            }
        }
    }

    /** The layout with sampling factors written as "2x2,1x1,1x1". */
    static FrameLayout layout(
            FrameLayout.Colour colour, FrameLayout.Process process, String sampling) {
        String[] factors = sampling.split("[x,]");
        int[] horizontal = new int[factors.length / 2];
        int[] vertical = new int[factors.length / 2];
        for (int i = 0; i < horizontal.length; i++) {
            horizontal[i] = Integer.parseInt(factors[2 * i]);
            vertical[i] = Integer.parseInt(factors[2 * i + 1]);
        }
        return FrameLayout.of(colour, process, horizontal, vertical);
    }

    static FrameLayout withProcess(FrameLayout layout, FrameLayout.Process process) {
        int[] horizontal = new int[layout.components()];
        int[] vertical = new int[layout.components()];
        for (int i = 0; i < horizontal.length; i++) {
            horizontal[i] = layout.horizontal(i);
            vertical[i] = layout.vertical(i);
        }
        return FrameLayout.of(layout.colour(), process, horizontal, vertical);
    }
}
