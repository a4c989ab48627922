package dev.hotpix.demo.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void median() {
        assertEquals(3, Statistics.median(List.of(9.0, 3.0, 1.0)));
        assertEquals(2.5, Statistics.median(List.of(4.0, 1.0, 2.0, 3.0)));
        assertEquals(7, Statistics.median(List.of(7.0)));
        assertThrows(IllegalArgumentException.class, () -> Statistics.median(List.of()));
    }

    @Test
    void geometricMean() {
        assertEquals(2, Statistics.geometricMean(1, 4).getAsDouble(), 1e-12);
        assertEquals(1, Statistics.geometricMean(0.5, 2).getAsDouble(), 1e-12);
        assertEquals(OptionalDouble.empty(), Statistics.geometricMean());
    }
}
