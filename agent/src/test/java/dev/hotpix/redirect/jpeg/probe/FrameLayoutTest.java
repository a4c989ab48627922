package dev.hotpix.redirect.jpeg.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.redirect.jpeg.probe.FrameLayout.Colour;
import dev.hotpix.redirect.jpeg.probe.FrameLayout.Process;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameLayoutTest {

    @Test
    void equalWhenAllPartsAre() {
        List<FrameLayout> layouts = Layouts.all();
        assertEquals(layouts, Layouts.all());
        assertEquals(new HashSet<>(layouts), new HashSet<>(Layouts.all()));
        assertEquals(layouts.size(), new HashSet<>(layouts).size());
    }

    @Test
    void colourAndProcessTellLayoutsApart() {
        FrameLayout layout = Layouts.layout(Colour.YCBCR, Process.BASELINE, "1x1,1x1,1x1");
        assertNotEquals(layout, Layouts.layout(Colour.RGB, Process.BASELINE, "1x1,1x1,1x1"));
        assertNotEquals(layout, Layouts.layout(Colour.YCBCR, Process.PROGRESSIVE, "1x1,1x1,1x1"));
        assertNotEquals(
                Layouts.layout(Colour.YCBCR, Process.BASELINE, "2x1,1x1,1x1"),
                Layouts.layout(Colour.YCBCR, Process.BASELINE, "1x2,1x1,1x1"));
    }

    @Test
    void doesNotChangeWithTheArraysItWasMadeOf() {
        int[] horizontal = {1};
        int[] vertical = {1};
        FrameLayout layout = FrameLayout.of(Colour.GRAY, Process.BASELINE, horizontal, vertical);
        horizontal[0] = 2;
        vertical[0] = 2;
        assertEquals("gray 1x1 baseline", layout.toString());
    }

    @Test
    void readsLikeTheFieldNamesIt() {
        assertEquals(
                "ycbcr 2x2,1x1,1x1 progressive",
                Layouts.layout(Colour.YCBCR, Process.PROGRESSIVE, "2x2,1x1,1x1").toString());
        assertEquals(
                "rgb 1x1,1x1,1x1 sequential-multiscan",
                Layouts.layout(Colour.RGB, Process.SEQUENTIAL_MULTISCAN, "1x1,1x1,1x1").toString());
    }

    @Test
    void interleavesUpToTenBlocks() {
        assertTrue(Layouts.layout(Colour.YCBCR, Process.BASELINE, "4x2,1x1,1x1").canInterleave());
        assertFalse(
                Layouts.layout(Colour.YCBCR, Process.PROGRESSIVE, "3x3,1x1,1x1").canInterleave());
        assertTrue(Layouts.layout(Colour.GRAY, Process.BASELINE, "4x4").canInterleave());
    }

    @Test
    void refusesWhatTheFormatForbids() {
        assertForbidden(Colour.YCBCR, Process.BASELINE, "3x3,1x1,1x1");
        assertForbidden(Colour.YCBCR, Process.PROGRESSIVE, "5x1,1x1,1x1");
        assertForbidden(Colour.YCBCR, Process.PROGRESSIVE, "1x1,1x0,1x1");
        assertForbidden(Colour.GRAY, Process.BASELINE, "1x1,1x1,1x1");
        assertForbidden(Colour.RGB, Process.BASELINE, "1x1");
    }

    private static void assertForbidden(Colour colour, Process process, String sampling) {
        assertThrows(
                IllegalArgumentException.class, () -> Layouts.layout(colour, process, sampling));
    }
}
