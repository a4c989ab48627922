package dev.hotpix.publish.prometheus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * One request and its answer, after which the connection is closed. Of HTTP/1.1 (RFC 9112) only what a scrape needs:
 * the methods GET and HEAD, one path, the header {@code Accept}; nothing of the request comes back in the answer.
 */
final class Exchange {
    /** The path of the page. */
    static final String PATH = "/metrics";
    private static final int MOST_REQUEST_BYTES = 16 * 1024;

    private final Socket client;
    private final Page page;
    private final Consumer<String> complaints;

    Exchange(Socket client, Page page, Consumer<String> complaints) {
        this.client = client;
        this.page = page;
        this.complaints = complaints;
    }

    void run() throws IOException {
        String request = readHead(client.getInputStream());
        String[] line = request.substring(0, Math.max(0, request.indexOf("\r\n"))).split(" ");
        if (line.length != 3 || !line[2].startsWith("HTTP/1.")) {
            answer("400 Bad Request", "", true);
        } else if (!line[0].equals("GET") && !line[0].equals("HEAD")) {
            answer("405 Method Not Allowed", "Allow: GET, HEAD\r\n", true);
        } else if (!path(line[1]).equals(PATH)) {
            answer("404 Not Found", "", line[0].equals("GET"));
        } else {
            answerPage(header(request, "accept"), line[0].equals("GET"));
        }
    }

    private static String path(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Up to the empty line; what was read so far when the client sends no more, or too much. */
    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] buffer = new byte[2048];
        String text = "";
        while (!text.contains("\r\n\r\n") && head.size() < MOST_REQUEST_BYTES) {
            int read = in.read(buffer);
            if (read < 0) {
                return "";
            }
            head.write(buffer, 0, read);
            text = head.toString(StandardCharsets.ISO_8859_1);
        }
        return text.contains("\r\n\r\n") ? text : "";
    }

    private static String header(String request, String name) {
        for (String line : request.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
                return line.substring(colon + 1).trim();
            }
        }
        return null;
    }

    private void answerPage(String accepted, boolean withBody) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String type;
        try {
            type = page.contentType(accepted);
            page.write(body, type);
        } catch (Throwable failure) {
            complaints.accept("could not answer a scrape: " + failure.toString().replaceAll("\\s+", " "));
            answer("500 Internal Server Error", "", withBody);
            return;
        }
        write("200 OK", "Content-Type: " + type + "\r\n", body.toByteArray(), withBody);
    }

    private void answer(String status, String headers, boolean withBody) throws IOException {
        write(status, "Content-Type: text/plain; charset=utf-8\r\n" + headers,
                (status + "\n").getBytes(StandardCharsets.UTF_8), withBody);
    }

    private void write(String status, String headers, byte[] body, boolean withBody) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        if (withBody) {
            out.write(body);
        }
        out.flush();
        client.shutdownOutput();
    }
}
