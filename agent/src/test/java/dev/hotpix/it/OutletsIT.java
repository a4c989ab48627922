package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hotpix.it.app.OutletsApp;
import dev.hotpix.publish.prometheus.ScrapedText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All outlets show the same figures, which are those of what the application did; and what is in their way is said. */
class OutletsIT {

    private static final int THREADS = 16;
    private static final int ROUNDS = 10;
    private static final int WIDTH = 60;
    private static final int HEIGHT = 45;

    @TempDir
    private Path folder;

    /** The attributes of an MBean, in the order in which the application wrote them. */
    private record Bean(
            long calls, long totalNanos, long selfNanos, long p50, long p90, long p99, long p999, long max, long pixels,
            long bytes) { }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void allShowWhatTheApplicationDid(Jdk jdk) throws IOException {
        Path loaded = folder.resolve("loaded.txt");
        ForkedJvm.Result child = app(jdk, folder, "prometheus.port=0,histogram.log=" + folder.resolve("times-%p.hlog")
                + ",histogram.interval=1", THREADS, ROUNDS).options("-Xlog:class+load:file=" + loaded)
                // Settings of the application's own Prometheus client, which are none of ours.
                .property("prometheus.config", folder.resolve("none")).environment("PROMETHEUS_CONFIG", "/none").run();
        assertEquals(List.of("report=true"), values(child, "report="));
        Map<String, Bean> beans = beans(folder);
        checkBeans(beans, THREADS * ROUNDS);
        checkLog(beans);
        checkScrape(beans, ScrapedText.parse(folder.resolve("metrics.txt")));
        checkReport(beans);
        assertEquals(List.of("status=200 text/plain; version=0.0.4; charset=utf-8",
                "status=200 application/openmetrics-text; version=1.0.0; charset=utf-8",
                "status=404 text/plain; charset=utf-8"), values(child, "status="));
        assertTrue(Files.readString(folder.resolve("openmetrics.txt")).endsWith("# EOF\n"));
        List<String> threads = values(child, "thread=");
        assertTrue(threads.containsAll(
                List.of("thread=hotpix-prometheus daemon", "thread=hotpix-histogram-log daemon")), threads::toString);
        assertTrue(threads.stream().allMatch(thread -> thread.endsWith(" daemon")), threads::toString);
        assertEquals(1, child.stderr().size(), child.stderr()::toString);
        String line = child.stderr().get(0);
        assertTrue(line.matches(".* metrics=jmx,histogram-log,prometheus:\\d+ ready in .*"), line);
        // Micrometer's logging would begin the application's, see SilentLogs.
        assertTrue(isLoaded(loaded, "dev.hotpix.shaded.prometheus."));
        assertFalse(isLoaded(loaded, "dev.hotpix.shaded.micrometer.common.util.internal.logging.JdkLogger"));
    }

    /** {@code calls}: reads, writes and failed reads of each format. */
    private static void checkBeans(Map<String, Bean> beans, long calls) {
        for (String format : new String[] {"jpeg", "png", "gif"}) {
            assertEquals(calls, calls(beans, "encode\\." + format + "\\..*\\.ok"), beans::toString);
        }
        // The first reads of a format may be woven while they run, and count as unknown.
        assertEquals(3 * calls, calls(beans, "decode\\..*\\.ok"), beans::toString);
        assertEquals(3 * calls, calls(beans, "decode\\..*\\.error"), beans::toString);
        beans.forEach((tag, bean) -> {
            assertTrue(bean.p50() > 0 && bean.p50() <= bean.p90() && bean.p90() <= bean.p99()
                    && bean.p99() <= bean.p999() && bean.p999() <= bean.max(), bean::toString);
            assertTrue(bean.max() <= bean.totalNanos() && bean.selfNanos() <= bean.totalNanos(), bean::toString);
            assertTrue(tag.endsWith(".error") || bean.pixels() == bean.calls() * WIDTH * HEIGHT, () -> tag + bean);
        });
    }

    private static long calls(Map<String, Bean> beans, String tags) {
        return beans.entrySet().stream().filter(bean -> bean.getKey().matches(tags))
                .mapToLong(bean -> bean.getValue().calls()).sum();
    }

    private void checkLog(Map<String, Bean> beans) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.filter(file -> file.toString().endsWith(".hlog")).collect(Collectors.toList());
        }
        assertEquals(1, logs.size(), logs::toString);
        Map<String, Histogram> sums = new TreeMap<>();
        try (HistogramLogReader reader = new HistogramLogReader(logs.get(0).toFile())) {
            // Relative to the start that the header tells, as the tools read: nothing lies before it.
            for (EncodableHistogram next = reader.nextIntervalHistogram(0, Double.MAX_VALUE); next != null;
                    next = reader.nextIntervalHistogram(0, Double.MAX_VALUE)) {
                Histogram interval = (Histogram) next;
                assertTrue(reader.getStartTimeSec() * 1000 <= interval.getStartTimeStamp() + 1, logs::toString);
                assertTrue(interval.getStartTimeStamp() <= interval.getEndTimeStamp(), logs::toString);
                sums.computeIfAbsent(interval.getTag(), tag -> new Histogram(3)).add(interval);
            }
        }
        assertEquals(beans.keySet(), sums.keySet());
        sums.forEach((tag, histogram) -> {
            Bean bean = beans.get(tag);
            assertEquals(bean.calls(), histogram.getTotalCount(), tag);
            for (double[] pair : new double[][] {{50, bean.p50()}, {90, bean.p90()}, {99, bean.p99()}}) {
                assertEquals(pair[1], histogram.getValueAtPercentile(pair[0]), 512 + pair[1] / 500, tag);
            }
        });
    }

    private static void checkScrape(Map<String, Bean> beans, ScrapedText scraped) {
        int seen = 0;
        for (String kind : new String[] {"decode", "encode"}) {
            String name = "image_" + kind + "_seconds";
            for (Map<String, String> labels : scraped.values(name + "_count").keySet()) {
                Bean bean = beans.get(String.join(".", kind, labels.get("format"), labels.get("api"),
                        labels.get("engine"), labels.get("outcome")));
                assertEquals(bean.calls(), scraped.values(name + "_count").get(labels));
                assertEquals(bean.totalNanos() / 1e9, scraped.values(name + "_sum").get(labels), 1e-9);
                assertEquals(bean.max() / 1e9, scraped.values(name + "_max").get(labels), 1e-9);
                checkBuckets(bean, scraped.histograms(name).get(labels));
                if (kind.equals("decode")) {
                    assertEquals(bean.calls(), scraped.values("image_decode_pixels_count").get(labels));
                    assertEquals(bean.pixels(), scraped.values("image_decode_pixels_sum").get(labels));
                    assertEquals(bean.bytes(), scraped.values("image_decode_bytes_sum").get(labels));
                }
                seen++;
            }
        }
        assertEquals(beans.size(), seen);
        Map<Map<String, String>, Double> engines = scraped.values("image_engine_info");
        assertEquals(1.0, engines.get(Map.of("redirect", "jpeg-decode", "engine", "libjpeg-turbo")), engines::toString);
        // One for each redirect; which kernels do the resizes is up to the JVM.
        assertEquals(Set.of("jpeg-decode", "jpeg-encode", "resize"),
                engines.keySet().stream().map(labels -> labels.get("redirect")).collect(Collectors.toSet()));
        assertEquals(3, engines.size());
    }

    /** The median lies in the bucket that the median of the buckets is in. */
    private static void checkBuckets(Bean bean, org.hawkular.agent.prometheus.types.Histogram histogram) {
        double before = 0;
        boolean median = false;
        for (var bucket : histogram.getBuckets()) {
            assertTrue(bucket.getCumulativeCount() >= before, histogram::toString);
            if (!median && bucket.getCumulativeCount() * 2 >= bean.calls()) {
                median = true;
                assertTrue(bean.p50() <= bucket.getUpperBound() * 1e9 * 1.002 + 512, bean + " in " + bucket);
            }
            before = bucket.getCumulativeCount();
        }
        assertEquals(bean.calls(), before);
    }

    private void checkReport(Map<String, Bean> beans) throws IOException {
        JsonNode report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        Map<String, Long> calls = new TreeMap<>();
        for (JsonNode one : report.get("operations")) {
            calls.put(Stream.of("operation", "format", "api", "engine", "outcome").map(tag -> one.get(tag).asText())
                    .collect(Collectors.joining(".")), one.get("calls").asLong());
        }
        assertEquals(beans.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, bean -> bean.getValue().calls())), calls);
    }

    /** One line each, and the application runs as it would. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "prometheus.port=TAKEN,histogram.log=/no/such/folder/x.hlog;"
                + "writes no histogram log to /no/such/folder/x.hlog: no such directory;"
                + "cannot be scraped at 127.0.0.1:TAKEN: ",
        "prometheus.port=0,prometheus.host=999.1.1.1,histogram.log=/dev/null;"
                + "writes no histogram log to /dev/null: it is there and no file;"
                + "cannot be scraped: no address 999.1.1.1; set hotpix.prometheus.host",
        "prometheus.port=0,prometheus.host=192.0.2.1,histogram.size=-1;"
                + "hotpix.histogram.size=-1 is not understood, 64 is used: accepted are 1 to 1000000;"
                + "cannot be scraped at 192.0.2.1:0: "})
    void whatIsInTheWayIsSaid(String arguments, String first, String second) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String taken = Integer.toString(other.getLocalPort());
            Path loaded = folder.resolve("loaded.txt");
            ForkedJvm.Result child = app(Jdks.all().get(0), folder, arguments.replace("TAKEN", taken), 1, 2)
                    .options("-Xlog:class+load:file=" + loaded).run();
            assertTrue(child.stderr().get(0).contains(first), child.stderr()::toString);
            assertTrue(child.stderr().get(1).contains(second.replace("TAKEN", taken)), child.stderr()::toString);
            assertTrue(child.stderr().get(2).contains(" metrics=jmx ready in "), child.stderr()::toString);
            assertEquals(3, child.stderr().size(), child.stderr()::toString);
            checkBeans(beans(folder), 2);
            // Of what is not to be had, nothing is loaded.
            assertFalse(isLoaded(loaded, "dev.hotpix.shaded.micrometer.core.instrument.Timer"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void twoJvmsAtATime(Jdk jdk) throws IOException {
        List<CompletableFuture<ForkedJvm.Result>> children = new ArrayList<>();
        for (String name : new String[] {"one", "two"}) {
            Path own = Files.createDirectory(folder.resolve(name));
            children.add(app(jdk, own, "prometheus.port=0", 1, 2).start());
        }
        children.forEach(child -> child.join().lines());
        for (String name : new String[] {"one", "two"}) {
            checkScrape(beans(folder.resolve(name)), ScrapedText.parse(folder.resolve(name).resolve("metrics.txt")));
        }
    }

    @Test
    void nothingOfWhatIsNotAskedForIsLoaded() throws IOException {
        Path loaded = folder.resolve("loaded.txt");
        app(Jdks.all().get(0), folder, "", 1, 2).options("-Xlog:class+load:file=" + loaded).run().lines();
        for (String name : new String[] {"shaded.micrometer.", "shaded.prometheus.", "publish.prometheus.",
            "publish.hdrlog.", "shaded.hdrhistogram.HistogramLog"}) {
            assertFalse(isLoaded(loaded, "dev.hotpix." + name), name);
        }
    }

    private static boolean isLoaded(Path log, String name) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains(" " + name));
        }
    }

    private ForkedJvm app(Jdk jdk, Path own, String arguments, int threads, int rounds) throws IOException {
        BufferedImage picture = MadePictures.picture(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        for (String format : new String[] {"jpeg", "png", "gif"}) {
            Files.write(own.resolve("picture." + format), MadePictures.encode(picture, format));
        }
        return ForkedJvm.of(jdk, OutletsApp.class).agent("start=sync" + (arguments.isEmpty() ? "" : "," + arguments))
                .arguments(own, threads, rounds);
    }

    private static List<String> values(ForkedJvm.Result child, String prefix) {
        return child.lines().stream().filter(line -> line.startsWith(prefix)).collect(Collectors.toList());
    }

    private static Map<String, Bean> beans(Path from) throws IOException {
        Map<String, Bean> beans = new TreeMap<>();
        for (String line : Files.readAllLines(from.resolve("jmx.txt"))) {
            long[] n = Arrays.stream(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
            beans.put(line.split(" ")[0], new Bean(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]));
        }
        return beans;
    }
}
