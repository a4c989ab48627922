package dev.hotpix.publish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class HtmlReportTest {
    private final SampleTelemetry telemetry = new SampleTelemetry();
    private final Measurements decode = telemetry.of(Operation.DECODE);

    private WebPage page() throws Exception {
        return WebPage.parse(new HtmlReport(telemetry, null).get());
    }

    private void recordSome() {
        for (int i = 1; i <= 1000; i++) {
            decode.record(Api.IMAGEIO, Format.JPEG, Engine.LIBJPEG_TURBO, Outcome.OK, i * 100_000, 2_000_000);
        }
        decode.record(Api.IMAGEIO, Format.PNG, Engine.STOCK, Outcome.ERROR, 3_100_000, 0);
    }

    @Test
    void nothingMeasured() throws Exception {
        WebPage page = page();
        assertTrue(page.text().contains("No image operation was measured."), page::text);
        assertEquals(List.of(), page.all("table"));
        assertEquals(List.of(), page.all("svg"));
    }

    @Test
    void operations() throws Exception {
        recordSome();
        List<List<String>> rows = page().table(0);
        assertEquals(List.of("", "operation", "format", "api", "engine", "outcome", "calls", "total ms", "median", "p90",
                "p99", "p99.9", "max", "MP/s"), rows.get(0));
        assertEquals(List.of("", "decode", "jpeg", "imageio", "libjpeg-turbo", "ok", "1\u2009000", "50050.0", "50.0 ms",
                "90.0 ms", "99.0 ms", "99.9 ms", "100 ms", "40.0"), rows.get(1));
        assertEquals(List.of("", "decode", "png", "imageio", "stock", "error", "1", "3.1", "3.10 ms", "3.10 ms", "3.10 ms",
                "3.10 ms", "3.10 ms", "-"), rows.get(2));
        assertEquals(3, rows.size());
    }

    @Test
    void columnsThatOnlySomeNeed() throws Exception {
        SampleRecording.record(telemetry.of(Operation.ENCODE), Format.PNG, 900_000_000, 600_000_000, 6_000_000, 4_500_000);
        SampleRecording.record(decode, Format.JPEG, 600_000_000, 0, 6_000_000, 1_200_000);
        telemetry.sites.addNested("Shop.copy(Shop.java:5)", Operation.ENCODE, 900_000_000, 600_000_000);
        WebPage page = page();
        assertEquals(List.of("33.3%", "1", "900.0", "300.0", "-", "-", "900 ms", "-", "0%", "encode",
                "Shop.copy(Shop.java:5)"), page.table(0).get(1));
        assertEquals(List.of("", "encode", "png", "imageio", "stock", "ok", "1", "900.0", "300.0", "900 ms", "900 ms",
                "900 ms", "900 ms", "900 ms", "6.7", "5.0"), page.table(1).get(1));
        assertEquals(page.table(1).get(0).size(), page.table(1).get(1).size());
    }

    @Test
    void aCurvePerSeriesWithItsPercentiles() throws Exception {
        recordSome();
        WebPage page = page();
        assertEquals(2, page.all("path").size());
        List<String> says = new ArrayList<>();
        page.all("circle").forEach(dot -> says.add(dot.getTextContent()));
        assertEquals(List.of("decode jpeg libjpeg-turbo: p50 50.0 ms", "decode jpeg libjpeg-turbo: p90 90.0 ms",
                "decode jpeg libjpeg-turbo: p99 99.0 ms", "decode jpeg libjpeg-turbo: p99.9 99.9 ms",
                "decode jpeg libjpeg-turbo: max 100 ms", "decode png stock: max 3.10 ms"), says);
        // A thousand are three nines: p50, p90, p99 and the longest are at 0.301, 1, 2 and 3 thirds of the axis.
        assertEquals(List.of("151.9", "346.7", "625.3", "904", "904", "68"),
                page.all("circle").stream().map(dot -> dot.getAttribute("cx")).toList());
    }

    @Test
    void waste() throws Exception {
        recordSome();
        telemetry.waste.add(SampleWaste.shrunk("A.b(A.java:1)", 40, 480_000_000, 1_920_000));
        telemetry.waste.add(SampleWaste.repeated("A.c(A.java:2)", 300, 299, 1_234_000_000));
        List<List<String>> rows = page().table(0);
        assertEquals(List.of("478.1", "0.0", "A.b(A.java:1)"), rows.get(1).subList(0, 3));
        assertTrue(rows.get(1).get(3).startsWith("40 of 40 images decoded 480.0 MP, shown at most 1.9 MP (0.4%): "));
        assertEquals(List.of("0.0", "1234.0", "A.c(A.java:2)"), rows.get(2).subList(0, 3));
        assertEquals(3, rows.size());
    }

    @Test
    void fallbacksEnginesAndJvm() throws Exception {
        recordSome();
        telemetry.fallbacks.put("jpeg-decode", Map.of("progressive", 1234L));
        telemetry.engines.put("jpeg-decode", "libjpeg-turbo 3.1.3 (avx2)");
        WebPage page = page();
        assertEquals(List.of(List.of("redirect", "reason", "calls"), List.of("jpeg-decode", "progressive", "1\u2009234")),
                page.table(1));
        assertTrue(page.text().contains("jpeg-decode libjpeg-turbo 3.1.3 (avx2)"), page::text);
        assertTrue(page.text().contains(System.getProperty("java.vm.name")), page::text);
        assertTrue(page.text().contains("Hotpix 1.2.3"), page::text);
    }

    @Test
    void verificationsAndWhatDiffered() throws Exception {
        recordSome();
        telemetry.verifications.put("jpeg-decode", Map.of());
        assertFalse(page().text().contains("Done again"));
        telemetry.verifications.put("jpeg-decode", Map.of("equal", 1234L));
        WebPage page = page();
        assertEquals(List.of(List.of("redirect", "result", "calls"), List.of("jpeg-decode", "equal", "1\u2009234")),
                page.table(1));
        assertEquals(2, page.all("table").size());
        telemetry.verificationFindings.put("jpeg-decode", List.of("samples of <b>, 9 bytes, SHA-256 ab"));
        assertEquals(List.of("jpeg-decode", "samples of <b>, 9 bytes, SHA-256 ab"), page().table(2).get(1));
    }

    @Test
    void moreSeriesThanColours() throws Exception {
        for (Format format : Format.values()) {
            decode.record(Api.IMAGEIO, format, Engine.STOCK, Outcome.OK, 1_000_000 + format.ordinal(), 1);
        }
        WebPage page = page();
        assertEquals(Plot.COLOURS, page.all("path").size());
        assertEquals(Format.values().length + 1, page.table(0).size());
        assertEquals(Plot.COLOURS, page.all("i").size());
    }

    /** A class file may name its class and method nearly as it likes. */
    @Test
    void hostileNames() throws Exception {
        recordSome();
        StringBuilder name = new StringBuilder("</td></script><script>alert(1)</script><img src=x onerror=alert(1)>]]>&amp;'");
        for (char c = 0; c < 0x180; c++) {
            name.append(c);
        }
        name.append("\u202egpj.\u202c\u2028\ud800 \ud83d\ude00 \uffff");
        telemetry.sites.add(name.toString(), 1, 0, Engine.STOCK, 2_000_000, 1);
        WebPage page = page();
        List<String> row = page.table(0).get(1);
        String shown = row.get(row.size() - 1);
        assertTrue(shown.startsWith("</td></script><script>alert(1)</script><img src=x onerror=alert(1)>]]>&amp;'\\u0000"),
                shown);
        assertTrue(shown.endsWith("\u017f\\u202egpj.\\u202c\\u2028\\ud800 \ud83d\ude00 \\uffff"), shown);
        assertEquals(1, page.all("script").size());
        assertEquals(List.of(), page.all("img"));
    }

    @Test
    void needsNothingElse() throws Exception {
        recordSome();
        telemetry.sites.add("A.b(A.java:1)", 10, 0, Engine.STOCK, 2_000_000, 1);
        String text = new HtmlReport(telemetry, null).get();
        WebPage page = WebPage.parse(text);
        for (String name : List.of("src", "href", "xlink:href", "srcset", "action")) {
            for (Element element : page.all("*")) {
                assertFalse(element.hasAttribute(name), element::getTagName);
            }
        }
        assertFalse(text.contains("http:") || text.contains("https:") || text.contains("@import") || text.contains("url("));
    }

    /** Else browsers would not run it. */
    @Test
    void thePolicyNamesTheScript() throws Exception {
        WebPage page = page();
        byte[] script = page.all("script").get(0).getTextContent().getBytes(StandardCharsets.UTF_8);
        String digest = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(script));
        assertTrue(page.all("meta").stream()
                .anyMatch(meta -> meta.getAttribute("content").contains("script-src 'sha256-" + digest + "'")));
    }

    @Test
    void everyRowHasAllColumns() throws Exception {
        recordSome();
        telemetry.sites.add("A.b(A.java:1)", 10, 5, Engine.STOCK, 2_000_000, 1);
        for (Element table : page().all("table")) {
            int columns = table.getElementsByTagName("th").getLength();
            for (Node body = table.getElementsByTagName("tbody").item(0).getFirstChild(); body != null;
                    body = body.getNextSibling()) {
                if (body instanceof Element) {
                    assertEquals(columns, ((Element) body).getElementsByTagName("td").getLength());
                }
            }
        }
    }
}
