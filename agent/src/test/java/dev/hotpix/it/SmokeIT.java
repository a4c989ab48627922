package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hotpix.it.app.OutletsApp;
import dev.hotpix.it.app.ParityApp;
import dev.hotpix.it.app.ResizeApp;
import dev.hotpix.publish.prometheus.ScrapedText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The oldest, the newest and another JDK, where they are to be had, in a few seconds each: that the agent starts, sees
 * and redirects, and that nothing is changed by it.
 */
class SmokeIT {

    private static final int OPERATIONS = 300;
    /** One in so many of the small files. */
    private static final int EVERY_FILE = 25;
    private static final int EVERY_PARAM = 4;
    private static final int THREADS = 2;
    private static final int ROUNDS = 4;
    /** Large enough for Flight Recorder: a read of a picture takes more than a millisecond. */
    private static final int WIDTH = 700;
    private static final int HEIGHT = 500;

    @TempDir
    private Path scratch;

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {11, 21, 26})
    void readsTheSame(int feature) throws IOException {
        Jdk jdk = jdk(feature);
        List<String> depths = new ArrayList<>();
        Pictures made = Pictures.made(scratch.resolve("made"));
        sample(made, made.folder(), depths);
        Pictures corpus = Pictures.corpusOrMade(scratch.resolve("made"));
        if (!corpus.folder().equals(made.folder())) {
            sample(corpus, corpus.folder(), depths);
        }
        Path list = Files.write(scratch.resolve("list"), depths);
        CompletableFuture<ForkedJvm.Result> stock = readings(jdk, list).start();
        ForkedJvm.Result ours = readings(jdk, list).agent("start=sync").run();
        assertEquals(stock.join().lines(), ours.lines());
        assertTrue(ours.lines().stream().filter(line -> line.contains(" STABLE sha ")).count() > depths.size());
        assertEquals(stock.join().stderr(), ours.stderr().stream().filter(line -> !line.startsWith("[hotpix] "))
                .collect(Collectors.toList()));
        assertStartLine(ours);
    }

    /** Every so-manieth small file, by its whole name. */
    private static void sample(Pictures pictures, Path folder, List<String> depths) throws IOException {
        for (int i = 0; i < pictures.names().size(); i += EVERY_FILE) {
            String name = pictures.names().get(i);
            if (pictures.isSmall(name)) {
                depths.add(folder.resolve(name).toAbsolutePath() + "\t"
                        + (depths.size() % EVERY_PARAM == 0 ? "param" : "brief"));
            }
        }
    }

    /** The names are whole, so the folder that they are in is the root. */
    private ForkedJvm readings(Jdk jdk, Path list) {
        return ForkedJvm.of(jdk, ParityApp.class).options("-Xmx1g", "-XX:+UseG1GC",
                "--add-opens=java.desktop/java.awt.image=ALL-UNNAMED",
                "--add-opens=java.desktop/sun.java2d=ALL-UNNAMED").arguments(scratch.getRoot(), list);
    }

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {11, 21, 26})
    void scalesTheSame(int feature) throws IOException {
        Jdk jdk = jdk(feature);
        CompletableFuture<ForkedJvm.Result> stock =
                ForkedJvm.of(jdk, ResizeApp.class).arguments(11, OPERATIONS).start();
        ForkedJvm.Result ours = ForkedJvm.of(jdk, ResizeApp.class).agent("start=sync")
                .arguments(11, OPERATIONS, "agent").run();
        assertEquals(stock.join().lines(), ours.lines());
        List<String> redirected = ours.stderr().stream().filter(line -> line.startsWith("redirected "))
                .collect(Collectors.toList());
        assertTrue(redirected.size() == 1 && Integer.parseInt(redirected.get(0).split(" ")[1]) > OPERATIONS / 10,
                ours.stderr()::toString);
    }

    /** In JMX, in the report, at the endpoint and in a recording. */
    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {11, 21, 26})
    void isMeasured(int feature) throws IOException {
        Jdk jdk = jdk(feature);
        BufferedImage picture = MadePictures.picture(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        for (String format : new String[] {"jpeg", "png", "gif"}) {
            Files.write(scratch.resolve("picture." + format), MadePictures.encode(picture, format));
        }
        Path recording = scratch.resolve("recording.jfr");
        Path atEnd = scratch.resolve("at-end.txt");
        ForkedJvm.Result child = ForkedJvm.of(jdk, OutletsApp.class)
                .agent("start=sync,prometheus.port=0,report=" + atEnd)
                .options("-XX:StartFlightRecording=filename=" + recording).arguments(scratch, THREADS, ROUNDS).run();
        assertTrue(child.lines().contains("report=true"), child.stdout()::toString);
        assertStartLine(child);

        long calls = (long) THREADS * ROUNDS;
        String beans = Files.readString(scratch.resolve("jmx.txt"));
        assertTrue(beans.contains("decode.jpeg.imageio.libjpeg-turbo.ok "), beans);
        assertTrue(beans.contains("encode.png.imageio.stock.ok " + calls + " "), beans);
        assertEquals(calls, calls(new ObjectMapper().readTree(scratch.resolve("report.json").toFile())));
        double scraped = 0;
        for (Map.Entry<Map<String, String>, Double> series : ScrapedText.parse(scratch.resolve("metrics.txt"))
                .values("image_decode_seconds_count").entrySet()) {
            boolean jpeg = series.getKey().get("format").equals("jpeg") && series.getKey().get("outcome").equals("ok");
            scraped += jpeg ? series.getValue() : 0;
        }
        assertEquals(calls, scraped);
        assertTrue(Files.readString(atEnd).contains(OutletsApp.class.getName() + ".work(OutletsApp.java:"));
        assertTrue(RecordingFile.readAllEvents(recording).stream().anyMatch(SmokeIT::isDecode));
    }

    private static long calls(JsonNode report) {
        long calls = 0;
        for (JsonNode row : report.get("operations")) {
            boolean jpeg = row.get("operation").asText().equals("decode") && row.get("format").asText().equals("jpeg")
                    && row.get("outcome").asText().equals("ok");
            calls += jpeg ? row.get("calls").asLong() : 0;
        }
        return calls;
    }

    private static boolean isDecode(RecordedEvent event) {
        return event.getEventType().getName().equals("hotpix.ImageDecode")
                && event.getLong("pixels") == WIDTH * HEIGHT && event.getDuration().toNanos() > 0;
    }

    private static void assertStartLine(ForkedJvm.Result ours) {
        assertEquals(1, ours.stderr().size(), ours.stderr()::toString);
        assertTrue(ours.stderr().get(0).matches(
                "\\[hotpix] \\S+: jpeg-decode=libjpeg-turbo \\S+ \\(avx2\\) (jpeg-encode=.* )?resize=(vector|scalar)( \\(.*\\))? "
                + "metrics=.* ready in \\d+ ms"), ours.stderr()::toString);
    }

    private static Jdk jdk(int feature) throws IOException {
        Optional<Jdk> jdk = Jdks.find(feature);
        assumeTrue(jdk.isPresent(), () -> "no JDK " + feature + " here; .ci/jdks sets it up");
        return jdk.get();
    }
}
