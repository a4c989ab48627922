package dev.hotpix.redirect.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class RowSelectionTest {

    private static final int[] ORDERED = {0, 1, 2};

    private static byte[] row(int pixels) {
        byte[] row = new byte[3 * pixels];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) i;
        }
        return row;
    }

    @Test
    void everything() {
        RowSelection all = new RowSelection(new Rectangle(0, 0, 4, 3), 1, 1, ORDERED);
        assertTrue(all.takesAll(4, 3));
        assertFalse(all.takesAll(4, 4));
        assertFalse(all.takesAll(5, 3));
        byte[] out = new byte[12];
        all.take(row(4), 0, out, 0);
        assertArrayEquals(row(4), out);
    }

    @Test
    void everySecondPixelOfARegion() {
        RowSelection some = new RowSelection(new Rectangle(1, 2, 5, 7), 2, 3, ORDERED);
        assertEquals(3, some.rows());
        assertEquals(9, some.rowBytes());
        assertEquals(9, some.endRow());
        assertEquals(-1, some.indexOf(1));
        assertEquals(0, some.indexOf(2));
        assertEquals(-1, some.indexOf(3));
        assertEquals(2, some.indexOf(8));
        assertEquals(-1, some.indexOf(11));
        byte[] out = new byte[10];
        some.take(row(7), 0, out, 1);
        assertArrayEquals(new byte[] {0, 3, 4, 5, 9, 10, 11, 15, 16, 17}, out);
    }

    @Test
    void bandsInAnotherOrder() {
        RowSelection swapped = new RowSelection(new Rectangle(0, 0, 2, 1), 1, 1, new int[] {2, 1, 0});
        assertFalse(swapped.takesAll(2, 1));
        byte[] out = new byte[6];
        swapped.take(row(2), 0, out, 0);
        assertArrayEquals(new byte[] {2, 1, 0, 5, 4, 3}, out);
    }
}
