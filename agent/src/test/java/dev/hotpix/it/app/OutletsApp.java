package dev.hotpix.it.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Reads and writes images in many threads, and then keeps what each outlet shows of it: {@code jmx.txt}, a line for
 * each MBean of a series with its attributes, {@code metrics.txt} and {@code openmetrics.txt}, scraped over HTTP, and
 * {@code report.json}, asked for by JMX. Arguments: a folder with {@code picture.FORMAT}, which is also written to, the
 * number of threads, and how often each reads and writes each format.
 */
public final class OutletsApp {

    private static final String[] FORMATS = {"jpeg", "png", "gif"};
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private final Path folder;
    private final int rounds;

    private OutletsApp(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        OutletsApp app = new OutletsApp(Path.of(args[0]), Integer.parseInt(args[2]));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            Thread thread = new Thread(app::work);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        new AgentCounts();
        app.keepWhatIsShown();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("hotpix")) {
                System.out.println("thread=" + thread.getName() + (thread.isDaemon() ? " daemon" : " user"));
            }
        }
    }

    private void work() {
        try {
            for (String format : FORMATS) {
                byte[] bytes = Files.readAllBytes(folder.resolve("picture." + format));
                for (int round = 0; round < rounds; round++) {
                    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
                    ImageIO.write(image, format, new ByteArrayOutputStream());
                    failToRead(bytes);
                }
            }
        } catch (IOException unexpected) {
            unexpected.printStackTrace();
        }
    }

    private static void failToRead(byte[] bytes) {
        try {
            ImageIO.read(new ByteArrayInputStream(bytes, 0, 20));
        } catch (IOException | IndexOutOfBoundsException expected) {
            // Counts as an error.
        }
    }

    private void keepWhatIsShown() throws Exception {
        ObjectName agent = new ObjectName("dev.hotpix:type=Agent");
        Object written = SERVER.invoke(agent, "writeReport", new Object[] {folder.resolve("report.json").toString()},
                new String[] {"java.lang.String"});
        System.out.println("report=" + written);
        for (String outlet : (String[]) SERVER.getAttribute(agent, "Outlets")) {
            System.out.println("outlet=" + outlet);
            if (outlet.startsWith("prometheus:")) {
                String port = outlet.substring("prometheus:".length());
                get(port, "/metrics", null, "metrics.txt");
                get(port, "/metrics?x=y", "application/openmetrics-text;version=1.0.0", "openmetrics.txt");
                get(port, "/", null, "none");
            }
        }
        keepBeans();
    }

    /** With a socket: the JDK's own client would start logging, which is to be seen of the agent. */
    private void get(String port, String path, String accept, String file) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(port))) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                    + (accept == null ? "" : "Accept: " + accept + "\r\n") + "\r\n").getBytes("US-ASCII"));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int body = answer.indexOf("\r\n\r\n") + 4;
            String head = answer.substring(0, body);
            System.out.println("status=" + head.split(" ")[1] + " "
                    + head.replaceAll("(?s).*Content-Type: ([^\r]*)\r.*", "$1"));
            Files.writeString(folder.resolve(file), answer.substring(body));
        }
    }

    private void keepBeans() throws Exception {
        List<String> lines = new ArrayList<>();
        Set<ObjectName> names = new TreeSet<>(SERVER.queryNames(new ObjectName("dev.hotpix:type=Operation,*"), null));
        for (ObjectName name : names) {
            String[] attributes = {"Calls", "TotalNanos", "SelfNanos", "P50Nanos", "P90Nanos", "P99Nanos", "P999Nanos",
                "MaxNanos", "Pixels", "Bytes"};
            StringBuilder line = new StringBuilder();
            for (String tag : new String[] {"operation", "format", "api", "engine", "outcome"}) {
                line.append(line.length() == 0 ? "" : ".").append(name.getKeyProperty(tag));
            }
            for (Attribute attribute : SERVER.getAttributes(name, attributes).asList()) {
                line.append(' ').append(attribute.getValue());
            }
            lines.add(line.toString());
        }
        Files.write(folder.resolve("jmx.txt"), lines);
    }
}
