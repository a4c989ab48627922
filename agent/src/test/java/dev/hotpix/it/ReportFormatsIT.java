package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hotpix.it.app.ReportedApp;
import dev.hotpix.publish.report.WebPage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.MethodCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report of a known workload in each of its formats, read by what reads such files. */
class ReportFormatsIT {

    private static final String JDKS = "dev.hotpix.it.Jdks#all";
    private static final int ROUNDS = 20;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;

    /** All that the JVM lets a class file say but control characters, which an argument of a process may not have. */
    private static final String HOSTILE_CLASS = "e.</td><script>alert(1)</script>&\"'\u202e\\".replace("/", "");
    private static final String HOSTILE_METHOD = "m\"'&\n\r\t\u0001\u2028{}$%s\\u0041";

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException, NoSuchMethodException {
        Files.write(folder.resolve("picture.jpeg"),
                MadePictures.encode(MadePictures.picture(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR), "jpeg"));
        Files.write(folder.resolve("Hostile.class"), new ByteBuddy().with(TypeValidation.DISABLED)
                .subclass(Object.class).name(HOSTILE_CLASS)
                .defineMethod(HOSTILE_METHOD, BufferedImage.class, Modifier.PUBLIC | Modifier.STATIC)
                .withParameters(InputStream.class)
                .throwing(IOException.class)
                .intercept(MethodCall.invoke(ImageIO.class.getMethod("read", InputStream.class)).withArgument(0))
                .make().getBytes());
    }

    private String report(Jdk jdk, String name, List<String> stdout) throws IOException {
        Path file = folder.resolve(name);
        ForkedJvm.Result result = ForkedJvm.of(jdk, ReportedApp.class).agent("start=sync,report=" + file)
                .options("-Dsun.jnu.encoding=UTF-8").environment("LC_ALL", "C.UTF-8")
                .arguments(folder, HOSTILE_CLASS, ROUNDS).run();
        stdout.addAll(result.lines());
        assertEquals(List.of(), result.stderr().stream().filter(line -> !line.contains(" ready in ")).toList());
        return Files.readString(file);
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void json(Jdk jdk) throws IOException {
        List<String> stdout = new ArrayList<>();
        JsonNode report = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .readTree(report(jdk, "report.json", stdout));
        assertEquals(1, report.get("schemaVersion").intValue());
        assertEquals(stdout.get(0), report.get("jvm").get("pid").asText());
        assertTrue(report.get("jvm").get("version").textValue().startsWith(jdk.feature() + "."), report::toString);
        assertTrue(report.get("engines").get("jpeg-decode").textValue().startsWith("libjpeg-turbo "), report::toString);
        assertEquals(2 * ROUNDS, calls(report, "decode", "jpeg", "ok"), report::toPrettyString);
        assertEquals(2L * ROUNDS * WIDTH * HEIGHT, sum(report, "decode", "jpeg", "ok", "pixels"));
        assertEquals(ROUNDS, calls(report, "decode", "jpeg", "error"), report::toPrettyString);
        assertEquals(1, calls(report, "encode", "png", "ok"), report::toPrettyString);
        List<String> sites = new ArrayList<>();
        report.get("sites").forEach(site -> sites.add(site.get("site").textValue()));
        assertTrue(sites.contains(HOSTILE_CLASS + "." + HOSTILE_METHOD + "(Unknown Source)"), sites::toString);
        String encode = "dev\\.hotpix\\.it\\.app\\.ReportedApp\\.encode\\(ReportedApp\\.java:\\d+\\)";
        assertTrue(sites.stream().anyMatch(site -> site.matches(encode)), sites::toString);
        checkTimes(report);
    }

    private static long calls(JsonNode report, String operation, String format, String outcome) {
        return sum(report, operation, format, outcome, "calls");
    }

    private static long sum(JsonNode report, String operation, String format, String outcome, String member) {
        return StreamSupport.stream(report.get("operations").spliterator(), false)
                .filter(one -> one.get("operation").textValue().equals(operation)
                        && one.get("format").textValue().equals(format)
                        && one.get("outcome").textValue().equals(outcome))
                .mapToLong(one -> one.get(member).longValue()).sum();
    }

    private static void checkTimes(JsonNode report) {
        for (JsonNode one : report.get("operations")) {
            long last = 1;
            for (String member : List.of("p50Nanos", "p90Nanos", "p99Nanos", "p999Nanos", "maxNanos")) {
                assertTrue(one.get(member).longValue() >= last, one::toString);
                last = one.get(member).longValue();
            }
            assertTrue(one.get("totalNanos").longValue() >= last, one::toString);
            assertTrue(one.get("selfNanos").longValue() <= one.get("totalNanos").longValue(), one::toString);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void html(Jdk jdk) throws Exception {
        List<String> stdout = new ArrayList<>();
        WebPage page = WebPage.parse(report(jdk, "report.html", stdout));
        assertTrue(page.text().contains("Process " + stdout.get(0) + ","), page::text);
        List<List<String>> operations = page.tableWith("format");
        int calls = operations.get(0).indexOf("calls");
        long decoded = 0;
        for (List<String> row : operations) {
            if (row.subList(1, 3).equals(List.of("decode", "jpeg")) && row.get(5).equals("ok")) {
                decoded += Long.parseLong(row.get(calls));
            }
        }
        assertEquals(2 * ROUNDS, decoded, operations::toString);
        List<List<String>> sites = page.tableWith("called from");
        String hostile = HOSTILE_CLASS.replace("\u202e", "\\u202e")
                + ".m\"'&\\u000a\\u000d\\u0009\\u0001\\u2028{}$%s\\u0041(Unknown Source)";
        assertTrue(sites.stream().anyMatch(row -> row.get(row.size() - 1).equals(hostile)), sites::toString);
        assertEquals(1, page.all("script").size());
        // Percentiles, operations per second, their time.
        assertEquals(3, page.all("svg").size());
        assertTrue(page.all("path").stream().noneMatch(path -> path.getAttribute("d").contains("NaN")));
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void text(Jdk jdk) throws IOException {
        String report = report(jdk, "report.TXT", new ArrayList<>());
        assertTrue(report.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), report);
        List<ReportRow> rows = report.lines().map(ReportRow::parse).filter(Objects::nonNull).toList();
        assertEquals(2 * ROUNDS, rows.stream().filter(row -> row.operation().equals("decode") && row.errors() == 0)
                .mapToLong(ReportRow::calls).sum(), report);
        assertEquals(ROUNDS, rows.stream().mapToLong(ReportRow::errors).sum(), report);
        assertTrue(report.contains(".m\"'&\\u000a\\u000d\\u0009\\u0001\\u2028{}$%s\\u0041(Unknown Source)"), report);
    }
}
