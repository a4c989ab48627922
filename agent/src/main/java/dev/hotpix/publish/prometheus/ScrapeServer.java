package dev.hotpix.publish.prometheus;

import dev.hotpix.publish.Telemetry;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The endpoint that Prometheus scrapes: serves one page over HTTP, to a few clients at a time, each for a few seconds
 * at most.
 *
 * <p>Why not the JDK's {@code com.sun.net.httpserver}: it makes a logger, and with it the {@code LogManager}, before
 * the application may have chosen its own; its dispatcher and timer threads have names of their own; its time limits
 * are system properties of the whole JVM, unset by default, so that a few clients that stop half-way occupy it; and
 * runtime images often lack the module.
 */
public final class ScrapeServer implements Closeable {
    /** Scrapers are one or two. */
    static final int MOST_CLIENTS = 4;
    /** From connecting to the end of the answer. */
    static final long MOST_MILLIS = 10_000;
    private static final int BACKLOG = 16;
    private static final int WATCH_MILLIS = 500;
    private static final int IDLE_SECONDS = 30;

    private final ServerSocket server;
    private final Page page;
    private final Consumer<String> complaints;
    private final long mostNanos;
    private final ThreadPoolExecutor workers;
    /** The clients that are being served, and until when, in nanoseconds. */
    private final Map<Socket, Long> clients = new ConcurrentHashMap<>();

    private ScrapeServer(
            ServerSocket server, Page page, ThreadFactory threads, Consumer<String> complaints, long mostMillis) {
        this.server = server;
        this.page = page;
        this.complaints = complaints;
        this.mostNanos = TimeUnit.MILLISECONDS.toNanos(mostMillis);
        workers = new ThreadPoolExecutor(
                0, MOST_CLIENTS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    /**
     * Opens the port and serves a {@link MetricsPage} until {@link #close}.
     *
     * @param telemetry what the page tells of
     * @param host the address to listen at
     * @param port 0 for any that is free
     * @param threads makes the daemon threads that accept and serve
     * @param complaints where the line goes when the page cannot be made
     * @throws IOException if the address is unknown, or the port taken
     */
    public static ScrapeServer open(
            Telemetry telemetry, String host, int port, ThreadFactory threads, Consumer<String> complaints)
            throws IOException {
        return open(host, port, new MetricsPage(telemetry), threads, complaints, MOST_MILLIS);
    }

    /** With another page and limit of time. */
    static ScrapeServer open(
            String host, int port, Page page, ThreadFactory threads, Consumer<String> complaints, long mostMillis)
            throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
        } catch (IOException | RuntimeException refused) {
            socket.close();
            throw refused;
        }
        ScrapeServer server = new ScrapeServer(socket, page, threads, complaints, mostMillis);
        threads.newThread(server::accept).start();
        return server;
    }

    /** The port that it listens at. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many are being served. */
    int clients() {
        return clients.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        workers.shutdown();
        clients.keySet().forEach(ScrapeServer::drop);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                // While somebody is served, somebody must watch the clock.
                server.setSoTimeout(clients.isEmpty() ? 0 : WATCH_MILLIS);
                serve(server.accept());
            } catch (SocketTimeoutException nobodyCame) {
                dropOverdue();
            } catch (IOException trouble) {
                pause();
            } catch (Throwable shortOfMemory) {
                pause();
            }
        }
    }

    /** The process may be out of file descriptors; that must not become a loop without rest. */
    private void pause() {
        if (!server.isClosed()) {
            try {
                Thread.sleep(WATCH_MILLIS);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void serve(Socket client) {
        dropOverdue();
        clients.put(client, System.nanoTime() + mostNanos);
        try {
            workers.execute(() -> answer(client));
        } catch (RejectedExecutionException tooMany) {
            clients.remove(client);
            drop(client);
        }
    }

    private void answer(Socket client) {
        try (Socket open = client) {
            new Exchange(open, page, complaints).run();
        } catch (IOException gone) {
            // Closed by the client, or by us because it took too long.
        } finally {
            clients.remove(client);
        }
    }

    private void dropOverdue() {
        long now = System.nanoTime();
        clients.forEach((client, until) -> {
            if (now - until > 0) {
                drop(client);
            }
        });
    }

    private static void drop(Socket client) {
        try {
            client.close();
        } catch (IOException gone) {
            // That is what was wanted.
        }
    }
}
