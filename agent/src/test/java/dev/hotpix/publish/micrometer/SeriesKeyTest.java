package dev.hotpix.publish.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.Outcome;
import dev.hotpix.publish.Meters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each series has a place of its own, from which its tags can be told. */
class SeriesKeyTest {

    @Test
    void everySeriesIsFoundAgain() {
        Set<Integer> keys = new HashSet<>();
        for (Operation kind : Operation.values()) {
            for (Api api : Api.values()) {
                for (Format format : Format.values()) {
                    for (Engine engine : Engine.values()) {
                        for (Outcome outcome : Outcome.values()) {
                            int key = SeriesKey.of(kind, api, format, engine, outcome);
                            assertTrue(key >= 0 && key < SeriesKey.COUNT && keys.add(key));
                            assertEquals(kind, SeriesKey.kind(key));
                            assertEquals(List.of("format", format.label(), "api", api.label(), "engine", engine.label(),
                                    "outcome", outcome.label()), List.of(SeriesKey.tags(key)));
                        }
                    }
                }
            }
        }
        assertEquals(SeriesKey.COUNT, keys.size());
    }

    @Test
    void tagsAreThoseOfTheMeters() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < SeriesKey.tags(0).length; i += 2) {
            keys.add(SeriesKey.tags(0)[i]);
        }
        assertEquals(Meters.DECODE.tags(), keys);
    }

    @Test
    void enginesAreToldFromTheirDescription() {
        assertEquals(Engine.LIBJPEG_TURBO, Figures.engineOf("libjpeg-turbo 3.1.3 (avx2)"));
        assertEquals(Engine.STOCK, Figures.engineOf("stock (switched off)"));
        assertEquals(Engine.OTHER, Figures.engineOf(null));
    }
}
