package dev.hotpix.demo.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.demo.photo.JpegEncoder;
import dev.hotpix.demo.photo.PhotoSynthesizer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar without a browser: what it is made of, and what its web application refuses. */
class DemoJarIT {

    private static final int JAVA_11 = 55;

    private static DemoApp app;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        app = DemoApp.running(false);
    }

    @Test
    void raceKnowsNothingOfSpring() throws IOException, InterruptedException {
        Files.write(folder.resolve("a.jpg"), JpegEncoder.encode(new PhotoSynthesizer(1).color(64, 48), 0.8f, false));
        Process race = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load", "-jar", DemoApp.jar().toString(),
                "race", "--agent", "none", "--rounds", "1", folder.toString()).redirectErrorStream(true).start();
        String output = new String(race.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, race.waitFor(), output);
        assertTrue(output.contains("1 of 1 files identical"), output);
        assertFalse(output.contains("org.springframework"), "a class of Spring was loaded");
    }

    @Test
    void whatRacesIsJava11AndTheRestIsBelow() throws IOException {
        try (JarFile jar = new JarFile(DemoApp.jar().toFile())) {
            int classes = 0;
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().matches("dev/hotpix/.*\\.class")) {
                    DataInputStream bytes = new DataInputStream(jar.getInputStream(entry));
                    bytes.readInt();
                    assertEquals(JAVA_11, bytes.readInt(), entry.getName());
                    classes++;
                }
                if (entry.getName().endsWith(".jar")) {
                    assertEquals(JarEntry.STORED, entry.getMethod(), entry.getName());
                }
            }
            assertTrue(classes > 20, "only " + classes);
        }
    }

    @Test
    void pagesLoadNothingFromElsewhereAndMayNotBeFramed() throws IOException, InterruptedException {
        for (String page : List.of("", "race.html", "photo.html", "api/photos")) {
            HttpResponse<String> answer = app.get(page);
            assertEquals(200, answer.statusCode());
            String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.startsWith("default-src 'none'"), policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(answer.body().contains("http://") || answer.body().contains("https://"), page);
        }
    }

    @Test
    void otherSitesChangeNothing() throws IOException, InterruptedException {
        assertEquals(403, post("Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(403, post("Origin", "http://evil.example").statusCode());
        assertEquals(403, post("Origin", "null").statusCode());
        // Refused for what it asks, not for who asks.
        assertEquals(400, post("Origin", app.url("").replaceAll("/$", "")).statusCode());
    }

    @Test
    void aNameOfAnotherSiteThatLeadsHereIsRefused() throws IOException {
        URI url = URI.create(app.url(""));
        // By hand: the JDK's client does not let one choose this header.
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write("GET /api/photos HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        }
    }

    @Test
    void namesAreNoPaths() throws IOException, InterruptedException {
        for (String path : List.of("photos/..%2f..%2fetc%2fpasswd/small.jpg", "photos/x/full.jpg",
                "photos/x/..%2fsmall.jpg", "api/photos/%2e%2e", "..%2fapplication.properties", "application.properties",
                "actuator/env", "actuator/heapdump")) {
            int status = app.get(path).statusCode();
            assertTrue(status == 404 || status == 400, path + ": " + status);
        }
    }

    @Test
    void tooMuchIsRefused() throws IOException, InterruptedException {
        HttpResponse<String> large = upload(new byte[26 << 20]);
        assertEquals(413, large.statusCode(), large.body());
        HttpResponse<String> text = upload("no photo".getBytes(StandardCharsets.US_ASCII));
        assertEquals(200, text.statusCode());
        assertTrue(text.body().contains("neither JPEG nor PNG"), text.body());
        assertFalse(text.body().contains("Exception"), text.body());
    }

    private static HttpResponse<String> post(String header, String value) throws IOException, InterruptedException {
        return app.send(HttpRequest.newBuilder().header(header, value).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"rounds\":0}")), "api/race");
    }

    private static HttpResponse<String> upload(byte[] file) throws IOException, InterruptedException {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../a.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
        return app.send(HttpRequest.newBuilder().header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArrays(List.of(head, file, tail))), "api/photos");
    }
}
