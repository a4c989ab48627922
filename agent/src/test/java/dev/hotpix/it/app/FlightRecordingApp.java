package dev.hotpix.it.app;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Reads and writes pictures while Flight Recorder runs. Arguments: how the recording is started, a folder with
 * {@code picture.jpeg} and {@code tiny.gif}, in which the recording becomes {@code recording.jfr}, and how often each
 * thread reads.
 */
public final class FlightRecordingApp {
    /** How many threads read the JPEG file. */
    public static final int THREADS = 4;

    private static final String[] EVENTS =
            {"hotpix.ImageDecode", "hotpix.ImageEncode", "hotpix.ImageResize", "hotpix.ImageConvert"};

    private final Path folder;
    private final int rounds;

    private FlightRecordingApp(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        FlightRecordingApp app = new FlightRecordingApp(Path.of(args[1]), Integer.parseInt(args[2]));
        switch (args[0]) {
            case "own":
                app.own(true, "0 ms");
                break;
            case "disabled":
                app.own(false, "0 ms");
                break;
            case "default":
                app.own(true, null);
                printThresholds();
                break;
            case "jcmd":
                app.jcmd();
                break;
            case "flag":
                app.work();
                break;
            case "none":
                app.none();
                break;
            default:
                throw new IllegalArgumentException(args[0]);
        }
    }

    private void own(boolean enabled, String threshold) throws Exception {
        try (Recording recording = new Recording()) {
            for (String event : EVENTS) {
                if (!enabled) {
                    recording.disable(event);
                } else if (threshold == null) {
                    recording.enable(event);
                } else {
                    recording.enable(event).withThreshold(Duration.ZERO);
                }
            }
            recording.start();
            work();
            recording.stop();
            recording.dump(folder.resolve("recording.jfr"));
        }
    }

    private static void printThresholds() {
        for (EventType type : FlightRecorder.getFlightRecorder().getEventTypes()) {
            if (type.getName().startsWith("hotpix.")) {
                System.out.println(type.getSettingDescriptors().stream()
                        .filter(setting -> setting.getName().equals("threshold")).findFirst().orElseThrow()
                        .getDefaultValue());
            }
        }
    }

    /** What was read before the start is not recorded. */
    private void jcmd() throws Exception {
        work();
        new AgentCounts();
        // Reader and writer classes that are seen for the first time are woven before the agent hears of the recording.
        work();
        Path settings = folder.resolve("all.jfc");
        StringBuilder xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration version=\"2.0\">");
        for (String event : EVENTS) {
            xml.append("<event name=\"").append(event).append("\"><setting name=\"enabled\">true</setting>")
                    .append("<setting name=\"threshold\">0 ms</setting></event>");
        }
        Files.writeString(settings, xml.append("</configuration>"));
        tool("JFR.start", "name=it", "settings=" + settings);
        awaitEvents();
        work();
        tool("JFR.stop", "name=it", "filename=" + folder.resolve("recording.jfr"));
        work();
    }

    private void none() throws Exception {
        work();
        while (!agentRests()) {
            Thread.sleep(5);
        }
        work();
    }

    /** Whether the agent has done all that it does at its start. */
    private static boolean agentRests() {
        return Thread.getAllStackTraces().entrySet().stream().anyMatch(thread ->
                thread.getKey().getName().equals("hotpix-init") && Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getMethodName().equals("poll")));
    }

    private static void tool(String... command) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(ProcessHandle.current().pid())));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0 || said.contains("Could not")) {
            throw new IllegalStateException(said);
        }
    }

    /** The agent notices the recording on a thread of its own. */
    private static void awaitEvents() throws InterruptedException {
        while (FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .filter(type -> List.of(EVENTS).contains(type.getName())).count() < EVENTS.length) {
            Thread.sleep(5);
        }
    }

    private void work() throws Exception {
        byte[] picture = Files.readAllBytes(folder.resolve("picture.jpeg"));
        byte[] tiny = Files.readAllBytes(folder.resolve("tiny.gif"));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(start(() -> read(picture)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        read(tiny);
        damaged();
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < rounds; i++) {
            ImageIO.write(image, "png", new ByteArrayOutputStream());
            resize(image);
            new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_GRAY), null).filter(image, null);
        }
    }

    /** On a virtual thread where there are such. */
    private static Thread start(Runnable task) throws ReflectiveOperationException {
        if (Runtime.version().feature() >= 21) {
            Method startVirtual = Thread.class.getMethod("startVirtualThread", Runnable.class);
            return (Thread) startVirtual.invoke(null, task);
        }
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    private static void resize(BufferedImage image) {
        Graphics2D graphics = new BufferedImage(100, 70, BufferedImage.TYPE_INT_RGB).createGraphics();
        graphics.drawImage(image, 0, 0, 100, 70, null);
        graphics.dispose();
    }

    private void read(byte[] bytes) {
        try {
            for (int i = 0; i < rounds; i++) {
                if (ImageIO.read(new ByteArrayInputStream(bytes)) == null) {
                    throw new IllegalStateException("nothing read");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void damaged() {
        byte[] header = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD8};
        try {
            throw new IllegalStateException("read " + ImageIO.read(new ByteArrayInputStream(header)));
        } catch (IOException expected) {
            // It is damaged.
        }
    }
}
