package dev.hotpix.redirect.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeptRowsTest {

    private static final int WIDE = 300_000;

    @Test
    void givesBackWhatItTook() throws Throwable {
        // More than one piece.
        try (KeptRows rows = KeptRows.of(new KeptRows.Budget(), 7, WIDE)) {
            for (int row = 0; row < rows.rows(); row++) {
                byte[] samples = new byte[WIDE + 5];
                Arrays.fill(samples, 5, samples.length, (byte) row);
                rows.row(row, samples, 5);
            }
            for (int row = 0; row < rows.rows(); row++) {
                byte[] expected = new byte[WIDE];
                Arrays.fill(expected, (byte) row);
                rows.give(row, (index, samples, offset) -> assertArrayEquals(
                        expected, Arrays.copyOfRange(samples, offset, offset + WIDE), "row " + index));
            }
        }
    }

    @Test
    void keepsWithinItsBudget() {
        KeptRows.Budget budget = new KeptRows.Budget();
        int rows = (int) (Runtime.getRuntime().maxMemory() / 8 / WIDE);
        assertNull(KeptRows.of(budget, rows + 1, WIDE));
        KeptRows first = KeptRows.of(budget, rows, WIDE);
        KeptRows second = KeptRows.of(budget, rows, WIDE);
        assertNotNull(first);
        assertNotNull(second);
        assertNull(KeptRows.of(budget, rows, WIDE));
        first.close();
        assertNotNull(KeptRows.of(budget, rows, WIDE));
    }
}
