package dev.hotpix.it.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.Jdks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring Boot applications with Actuator, in their usual fat jar, read over HTTP. */
class SpringBootIT {

    private static final Pattern COUNT = Pattern.compile("\"statistic\":\"COUNT\",\"value\":([0-9.]+)");
    private static final Pattern SCRAPED = Pattern.compile(
            "image_decode_seconds_count\\{api=\"imageio\",engine=\"stock\",format=\"png\",outcome=\"ok\","
                    + "shop=\"north\"\\} ([0-9.]+)");

    @TempDir
    private Path folder;

    /** Both versions and both start modes on every JDK; once without the global registry. */
    static Stream<Arguments> applications() throws Exception {
        List<Arguments> all = new ArrayList<>();
        for (Jdk jdk : Jdks.all()) {
            boolean odd = all.size() / 2 % 2 == 1;
            all.add(Arguments.of(jdk, "boot3", odd ? "async" : "sync", true));
            all.add(Arguments.of(jdk, "boot4", odd ? "sync" : "async", odd));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("applications")
    void metersAreInItsOwnEndpoints(Jdk jdk, String version, String start, boolean global) throws Exception {
        List<Path> libraries = new ArrayList<>(AppBuild.jars(version));
        Path loader = AppBuild.only(libraries, "spring-boot-loader").get(0);
        libraries.remove(loader);
        Path classes = AppBuild.compile("boot", libraries, folder.resolve("classes"));
        Path jar = AppBuild.fatJar(classes, libraries, loader, "app.BootApp", folder.resolve("boot.jar"));
        try (AppProcess app = AppProcess.start(jdk, folder, "start=" + start, List.of("-jar", jar.toString(),
                "--server.port=0", "--management.endpoints.web.exposure.include=metrics,prometheus",
                "--management.metrics.distribution.percentiles-histogram.image.decode=true",
                "--management.metrics.use-global-registry=" + global, "--spring.main.banner-mode=off"))) {
            Matcher port = Pattern.compile("\\d+").matcher(app.awaitLine("Tomcat started on port"));
            assertTrue(port.find(), app::text);
            check(app, "http://localhost:" + port.group(), start);
        }
    }

    private static void check(AppProcess app, String address, String start) throws Exception {
        String meter = address + "/actuator/metrics/image.decode";
        long before = 0;
        if (start.equals("async")) {
            // Not counted before the agent is ready: from the first that is, all are.
            app.get(address + "/decode?times=1");
            app.awaitLine(" ready in ");
            app.get(address + "/decode?times=1");
            before = count(COUNT, app.await(meter, answer -> count(COUNT, answer) > 0));
        }
        long expected = before + 300;
        app.get(address + "/decode?times=300");
        String shown = app.await(meter, answer -> count(COUNT, answer) == expected);
        assertEquals(expected, count(COUNT, shown), () -> shown + "\n" + app.text());
        assertTrue(shown.contains("{\"tag\":\"shop\",\"values\":[\"north\"]}"), shown);
        assertTrue(shown.contains("{\"tag\":\"format\",\"values\":[\"png\"]}") || start.equals("async"), shown);

        String scraped = app.get(address + "/actuator/prometheus");
        assertTrue(count(SCRAPED, scraped) >= 300, scraped);
        assertEquals(expected, total(scraped, "image_decode_seconds_count"), scraped);
        assertEquals(expected, total(scraped, "image_decode_seconds_bucket\\{[^}]*le=\"\\+Inf\"[^}]*"), scraped);
        assertTrue(scraped.contains("image_engine_info{"), scraped);
        // The application's own filter.
        assertFalse(scraped.contains("image_decode_pixels"), scraped);
        assertEquals("", app.get(address + "/actuator/metrics/image.decode.pixels"));

        assertEquals(1, app.agentLines().size(), app::text);
        assertTrue(app.agentLines().get(0).contains(start.equals("async") ? " metrics=jmx,app " : " metrics=jmx "),
                app::text);
        assertTrue(app.lines().stream().noneMatch(line -> line.contains("WARN") && line.contains("eter")), app::text);
    }

    private static long count(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? (long) Double.parseDouble(matcher.group(1)) : 0;
    }

    /** The sum over all series of a name. */
    private static long total(String scraped, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*)?\\} ([0-9.]+)$").matcher(scraped);
        double total = 0;
        while (matcher.find()) {
            total += Double.parseDouble(matcher.group(1));
        }
        return (long) total;
    }
}
