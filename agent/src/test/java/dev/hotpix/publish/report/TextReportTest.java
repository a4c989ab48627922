package dev.hotpix.publish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Measurements;
import dev.hotpix.measure.Outcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private final Locale before = Locale.getDefault();
    private final Measurements decode = new Measurements();
    private final Measurements resize = new Measurements();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private TextReport report() {
        Map<String, Long> reasons = new LinkedHashMap<>();
        reasons.put("progressive", 12L);
        reasons.put("too-small", 3L);
        return new TextReport(() -> 12_345)
                .operations("decode", decode::snapshot)
                .operations("resize", resize::snapshot)
                .fallbacks("jpeg-decode", () -> reasons)
                .fallbacks("resize", Map::of);
    }

    private void recordSome() {
        for (int i = 0; i < 200; i++) {
            decode.record(Api.IMAGEIO, Format.JPEG, Engine.LIBJPEG_TURBO, Outcome.OK, 24_000_000, 2_000_000);
        }
        decode.record(Api.IMAGEIO, Format.PNG, Engine.STOCK, Outcome.OK, 1_240_000_000, 8_000_000);
        resize.record(Api.JAVA2D, Format.UNKNOWN, Engine.VECTOR, Outcome.OK, 850_000, 1_000_000);
    }

    @Test
    void golden() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        recordSome();
        decode.record(Api.IMAGEIO, Format.PNG, Engine.STOCK, Outcome.ERROR, 3_100_000, 0);
        assertEquals(String.join("\n",
                "[hotpix] image operations of this JVM (12.3 s up)",
                "  operation  format   api      engine         outcome  calls  errors  total ms      p50      p90      p99      max    MP/s",
                "  decode     jpeg     imageio  libjpeg-turbo             200       0    4800.0  24.0 ms  24.0 ms  24.0 ms  24.0 ms    83.3",
                "  decode     png      imageio  stock                       1       0    1240.0   1.24 s   1.24 s   1.24 s   1.24 s     6.5",
                "  decode     png      imageio  stock          error        1       1       3.1  3.10 ms  3.10 ms  3.10 ms  3.10 ms       -",
                "  resize     unknown  java2d   vector                      1       0       0.9   850 us   850 us   850 us   850 us  1176.5",
                "left to stock, by reason",
                "  jpeg-decode  progressive  12",
                "  jpeg-decode  too-small     3",
                ""), report().get());
    }

    @Test
    void theColumnOfTheOutcomeIsForThoseThatHaveOne() {
        recordSome();
        String text = report().get();
        assertTrue(text.contains("  engine         calls  errors"), text);
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), text);
    }

    @Test
    void nothingMeasured() {
        assertEquals("[hotpix] image operations of this JVM (0.0 s up)\n  none was measured\n",
                new TextReport(() -> 0).operations("decode", decode::snapshot).get());
    }

    @Test
    void units() {
        assertEquals("0.00 us", TextReport.time(0));
        assertEquals("0.51 us", TextReport.time(512));
        assertEquals("9.99 us", TextReport.time(9_990));
        assertEquals("10.0 us", TextReport.time(9_996));
        assertEquals("100 us", TextReport.time(99_960));
        assertEquals("999 us", TextReport.time(999_499));
        assertEquals("1.00 ms", TextReport.time(999_500));
        assertEquals("1.00 s", TextReport.time(999_500_000));
        assertEquals("137 s", TextReport.time(137_438_953_471L));
        assertEquals("3600 s", TextReport.time(3_600_000_000_000L));
    }
}
