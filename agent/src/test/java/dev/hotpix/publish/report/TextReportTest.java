package dev.hotpix.publish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Measurements;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.SampleRecording;
import dev.hotpix.measure.waste.SampleWaste;
import dev.hotpix.publish.SampleTelemetry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private final Locale before = Locale.getDefault();
    private final SampleTelemetry telemetry = new SampleTelemetry();
    private final Measurements decode = telemetry.of(Operation.DECODE);
    private final Measurements resize = telemetry.of(Operation.RESIZE);

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private TextReport report() {
        Map<String, Long> reasons = new LinkedHashMap<>();
        reasons.put("progressive", 12L);
        reasons.put("too-small", 3L);
        telemetry.fallbacks.put("jpeg-decode", reasons);
        telemetry.fallbacks.put("resize", Map.of());
        return new TextReport(telemetry);
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
                "  operation  format   api      engine         outcome  calls  total ms      p50      p90      p99      max    MP/s",
                "  decode     jpeg     imageio  libjpeg-turbo             200    4800.0  24.0 ms  24.0 ms  24.0 ms  24.0 ms    83.3",
                "  decode     png      imageio  stock                       1    1240.0   1.24 s   1.24 s   1.24 s   1.24 s     6.5",
                "  decode     png      imageio  stock          error        1       3.1  3.10 ms  3.10 ms  3.10 ms  3.10 ms       -",
                "  resize     unknown  java2d   vector                      1       0.9   850 us   850 us   850 us   850 us  1176.5",
                "left to stock, by reason",
                "  jpeg-decode  progressive  12",
                "  jpeg-decode  too-small     3",
                ""), report().get());
    }

    @Test
    void verificationsAndWhatDiffered() {
        telemetry.verifications.put("jpeg-decode", Map.of());
        assertTrue(!report().get().contains("done again"));
        Map<String, Long> results = new LinkedHashMap<>();
        results.put("equal", 120L);
        results.put("different", 1L);
        telemetry.verifications.put("jpeg-decode", results);
        telemetry.verificationFindings.put("jpeg-decode", List.of("samples of \u00e9, 9 bytes, SHA-256 ab"));
        String text = report().get();
        assertTrue(text.endsWith(String.join("\n",
                "done again by stock to compare, by result",
                "  jpeg-decode  equal      120",
                "  jpeg-decode  different    1",
                "  jpeg-decode: samples of \\u00e9, 9 bytes, SHA-256 ab",
                "")), text);
    }

    @Test
    void goldenHotSpots() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        recordSome();
        telemetry.sites.add("com.acme.Shop.thumbnail(Shop.java:87)", 40, 110, Engine.LIBJPEG_TURBO, 24_000_000, 2_000_000);
        telemetry.sites.add("com.acme.Shop$Import.lambda$run$0(Shop.java:9)", 1, 0, Engine.STOCK, 1_240_000_000, 8_000_000);
        telemetry.sites.add("com.acme.Straße.<init>(Unknown Source)", 3, 0, Engine.STOCK, 310_000, 0);
        assertEquals(String.join("\n",
                "[hotpix] image operations of this JVM (12.3 s up)",
                "  operation  format   api      engine         calls  total ms      p50      p90      p99      max    MP/s",
                "  decode     jpeg     imageio  libjpeg-turbo    200    4800.0  24.0 ms  24.0 ms  24.0 ms  24.0 ms    83.3",
                "  decode     png      imageio  stock              1    1240.0   1.24 s   1.24 s   1.24 s   1.24 s     6.5",
                "  resize     unknown  java2d   vector             1       0.9   850 us   850 us   850 us   850 us  1176.5",
                "hot spots",
                "  share  calls  total ms      p50      p99      max  MP/s  redirected          called from",
                "  59.6%   ~150    3600.0  23.6 ms  23.6 ms  24.0 ms  83.3        100%  decode  com.acme.Shop.thumbnail(Shop.java:87)",
                "  20.5%      1    1240.0        -        -   1.24 s   6.5          0%  decode  com.acme.Shop$Import.lambda$run$0(Shop.java:9)",
                "   0.0%      3       0.9        -        -   310 us     -          0%  decode  com.acme.Stra\\u00dfe.<init>(Unknown Source)",
                "  not sampled: 48 calls with 19.9%",
                "left to stock, by reason",
                "  jpeg-decode  progressive  12",
                "  jpeg-decode  too-small     3",
                ""), report().get());
    }

    /** What ran within operations of another kind is not counted twice. */
    @Test
    void goldenSelfTime() {
        SampleRecording.record(telemetry.of(Operation.ENCODE), Format.PNG, 900_000_000, 600_000_000, 6_000_000, 4_500_000);
        SampleRecording.record(decode, Format.JPEG, 600_000_000, 0, 6_000_000, 1_200_000);
        telemetry.sites.addNested("Shop.copy(Shop.java:5)", Operation.ENCODE, 900_000_000, 600_000_000);
        telemetry.sites.addNested("Shop.load(Shop.java:9)", Operation.DECODE, 600_000_000, 0);
        assertEquals(String.join("\n",
                "[hotpix] image operations of this JVM (12.3 s up)",
                "  operation  format  api      engine  calls  total ms  self ms     p50     p90     p99     max  MP/s  MB/s",
                "  encode     png     imageio  stock       1     900.0    300.0  900 ms  900 ms  900 ms  900 ms   6.7   5.0",
                "  decode     jpeg    imageio  stock       1     600.0    600.0  600 ms  600 ms  600 ms  600 ms  10.0   2.0",
                "hot spots",
                "  share  calls  total ms  self ms  p50  p99     max  MP/s  redirected          called from",
                "  66.7%      1     600.0    600.0    -    -  600 ms     -          0%  decode  Shop.load(Shop.java:9)",
                "  33.3%      1     900.0    300.0    -    -  900 ms     -          0%  encode  Shop.copy(Shop.java:5)",
                ""), new TextReport(telemetry).get());
    }

    @Test
    void theRestOfTheHotSpotsIsOneLine() {
        for (int i = 10; i < 35; i++) {
            decode.record(Api.IMAGEIO, Format.JPEG, Engine.STOCK, Outcome.OK, i * 1_000_000, 1);
            telemetry.sites.add("Shop.show(Shop.java:" + i + ")", 1, 0, Engine.STOCK, i * 1_000_000, 1);
        }
        String text = report().get();
        assertTrue(text.contains("Shop.java:15)\n  and 5 more with 10.9%\n"), text);
    }

    @Test
    void theColumnOfTheOutcomeIsForThoseThatHaveOne() {
        recordSome();
        String text = report().get();
        assertTrue(text.contains("  engine         calls  total ms"), text);
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), text);
    }

    @Test
    void nothingMeasured() {
        telemetry.uptimeMillis = 0;
        assertEquals("[hotpix] image operations of this JVM (0.0 s up)\n  none was measured\n",
                new TextReport(telemetry).get());
    }

    @Test
    void units() {
        assertEquals("0.00 us", Units.time(0));
        assertEquals("0.51 us", Units.time(512));
        assertEquals("9.99 us", Units.time(9_990));
        assertEquals("10.0 us", Units.time(9_996));
        assertEquals("100 us", Units.time(99_960));
        assertEquals("999 us", Units.time(999_499));
        assertEquals("1.00 ms", Units.time(999_500));
        assertEquals("1.00 s", Units.time(999_500_000));
        assertEquals("137 s", Units.time(137_438_953_471L));
        assertEquals("3600 s", Units.time(3_600_000_000_000L));
    }

    @Test
    void goldenWaste() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        telemetry.waste.add(SampleWaste.repeated("com.acme.Shop.logo(Shop.java:12)", 300, 299, 1_234_000_000));
        telemetry.waste.add(SampleWaste.shrunk("com.acme.Shop.thumbnail(Shop.java:87)", 40, 480_000_000, 1_920_000));
        telemetry.waste.add(SampleWaste.shrunk("com.acme.Stra\u00dfe.<init>(Unknown Source)", 40, 8_000_000, 800_000));
        telemetry.waste.add(SampleWaste.shrunk("com.acme.Few.load(Few.java:1)", 9, 480_000_000, 2_000_000));
        assertEquals(String.join("\n",
                "[hotpix] image operations of this JVM (12.3 s up)",
                "  none was measured",
                "waste",
                "  com.acme.Shop.thumbnail(Shop.java:87): 40 of 40 images decoded 480.0 MP, shown at most 1.9 MP (0.4%): "
                        + "read with ImageReadParam.setSourceSubsampling, an embedded thumbnail, or store a smaller copy",
                "  com.acme.Stra\\u00dfe.<init>(Unknown Source): 40 of 40 images decoded 8.0 MP, shown at most 0.80 MP "
                        + "(10.0%): read with ImageReadParam.setSourceSubsampling, an embedded thumbnail, or store a "
                        + "smaller copy",
                "  com.acme.Shop.logo(Shop.java:12): 299 of 300 decodes (100%, 1.23 s) repeated an input seen before: "
                        + "keep decoded images in a cache",
                ""), new TextReport(telemetry).get());
    }
}
