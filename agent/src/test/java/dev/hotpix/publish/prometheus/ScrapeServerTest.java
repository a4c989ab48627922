package dev.hotpix.publish.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients of all kinds, on loopback. */
class ScrapeServerTest {

    private static final String LOCAL = "127.0.0.1";

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private ScrapeServer server;

    /** Echoes the type that was asked for. */
    private static class Echo implements Page {
        @Override
        public String contentType(String accepted) {
            return "x/" + accepted;
        }

        @Override
        public void write(OutputStream out, String contentType) throws IOException {
            out.write(("page " + contentType).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void open(Page page, long mostMillis) throws IOException {
        server = ScrapeServer.open(LOCAL, 0, page, work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }, complaints::add, mostMillis);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private String ask(String request) throws IOException {
        try (Socket socket = new Socket(LOCAL, server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return answer(socket);
        }
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aScrape() throws IOException {
        open(new Echo(), 10_000);
        assertEquals("HTTP/1.1 200 OK\r\nContent-Type: x/a;q=1\r\nContent-Length: 12\r\nConnection: close\r\n\r\n"
                        + "page x/a;q=1",
                ask("GET /metrics?name=x HTTP/1.1\r\nHost: h\r\nACCEPT:  a;q=1 \r\n\r\n"));
        assertTrue(ask("GET /metrics HTTP/1.0\r\n\r\n").endsWith("\r\n\r\npage x/null"));
        assertTrue(ask("HEAD /metrics HTTP/1.1\r\n\r\n").endsWith("Content-Length: 11\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void whatIsNotAScrape() throws IOException {
        open(new Echo(), 10_000);
        assertTrue(ask("GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
        assertTrue(ask("GET /metrics/../../etc/passwd HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
        assertTrue(ask("POST /metrics HTTP/1.1\r\nContent-Length: 0\r\n\r\n").startsWith("HTTP/1.1 405 "));
        assertTrue(ask("GET\r\n\r\n").startsWith("HTTP/1.1 400 "));
        assertTrue(ask("\r\n\r\n").startsWith("HTTP/1.1 400 "));
        assertTrue(ask("GET /metrics FTP/1.1\r\n\r\n").startsWith("HTTP/1.1 400 "));
        assertTrue(ask("GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200 "));
        assertEquals(List.of(), complaints);
    }

    @Test
    void aHeadWithoutEndIsNotReadToTheEnd() throws IOException {
        open(new Echo(), 10_000);
        String endless = "GET /metrics HTTP/1.1\r\nX: " + "x".repeat(1 << 20);
        try {
            String answer = ask(endless);
            assertTrue(answer.startsWith("HTTP/1.1 400 ") || answer.isEmpty(), answer);
        } catch (SocketException reset) {
            // What was not read is refused that way.
        }
        assertTrue(ask("GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200 "));
    }

    @Test
    void clientsThatSayNothingAreDropped() throws IOException {
        open(new Echo(), 200);
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < ScrapeServer.MOST_CLIENTS + 3; i++) {
            Socket socket = new Socket(LOCAL, server.port());
            socket.getOutputStream().write("GET /met".getBytes(StandardCharsets.UTF_8));
            silent.add(socket);
        }
        for (Socket socket : silent) {
            try (Socket ends = socket) {
                assertEquals("", answer(ends));
            } catch (SocketException reset) {
                // As good an end.
            }
        }
        assertTrue(ask("GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200 "));
    }

    @Test
    void clientsThatDoNotReadAreDropped() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        open(new Echo() {
            @Override
            public void write(OutputStream out, String contentType) throws IOException {
                out.write(new byte[64 << 20]);
                ended.countDown();
            }
        }, 200);
        try (Socket socket = new Socket(LOCAL, server.port())) {
            socket.getOutputStream().write("GET /metrics HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            ended.await();
            while (server.clients() > 0) {
                Thread.sleep(20);
            }
            int got = 0;
            try {
                got = socket.getInputStream().readAllBytes().length;
            } catch (SocketException reset) {
                // As good an end.
            }
            assertTrue(got < 64 << 20, got + " bytes");
        }
    }

    @Test
    void aPageThatCannotBeMade() throws IOException {
        open(new Page() {
            @Override
            public String contentType(String accepted) {
                return "x/y";
            }

            @Override
            public void write(OutputStream out, String contentType) {
                throw new NoClassDefFoundError("gone");
            }
        }, 10_000);
        assertTrue(ask("GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 500 "));
        assertEquals(List.of("could not answer a scrape: java.lang.NoClassDefFoundError: gone"), complaints);
    }

    @Test
    void addressesThatAreNotToBeHad() throws IOException {
        open(new Echo(), 10_000);
        assertThrows(BindException.class,
                () -> ScrapeServer.open(LOCAL, server.port(), new Echo(), Thread::new, complaints::add, 100));
        assertThrows(UnknownHostException.class,
                () -> ScrapeServer.open("999.1.1.1", 0, new Echo(), Thread::new, complaints::add, 100));
    }
}
