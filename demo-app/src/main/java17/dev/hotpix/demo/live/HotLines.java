package dev.hotpix.demo.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which lines were hot between two moments: the agent's report tells what has been since the JVM's start. */
public final class HotLines {

    private static final int MOST = 8;
    private static final double NANOS_PER_MILLI = 1e6;

    private final AgentSwitches agent;
    private final Path folder;
    private final JsonMapper json = new JsonMapper();

    /** @param folder where the report passes through */
    public HotLines(AgentSwitches agent, Path folder) {
        this.agent = agent;
        this.folder = folder;
    }

    /** All lines so far; none where there is no agent, or it does not tell. */
    public List<HotLine> sinceStart() {
        if (!agent.present()) {
            return List.of();
        }
        Path file = null;
        try {
            file = Files.createTempFile(folder, "report", ".json");
            agent.writeReport(file.toString());
            return parse(json.readTree(Files.readAllBytes(file)));
        } catch (IOException | JMException | JacksonException e) {
            return List.of();
        } finally {
            delete(file);
        }
    }

    /** The hottest first. */
    public List<HotLine> since(List<HotLine> before) {
        return difference(before, sinceStart());
    }

    static List<HotLine> difference(List<HotLine> before, List<HotLine> after) {
        Map<String, HotLine> earlier = new HashMap<>();
        before.forEach(line -> earlier.put(key(line), line));
        List<HotLine> hot = new ArrayList<>();
        for (HotLine line : after) {
            HotLine old = earlier.getOrDefault(
                    key(line), new HotLine(line.line(), line.operation(), 0, 0, 0));
            HotLine grown = new HotLine(line.line(), line.operation(), line.calls() - old.calls(),
                    Math.max(0, line.redirected() - old.redirected()), line.millis() - old.millis());
            if (grown.calls() > 0 && grown.millis() > 0) {
                hot.add(grown);
            }
        }
        hot.sort(Comparator.comparingDouble(HotLine::millis).reversed());
        return List.copyOf(hot.subList(0, Math.min(MOST, hot.size())));
    }

    static List<HotLine> parse(JsonNode report) {
        List<HotLine> lines = new ArrayList<>();
        for (JsonNode site : report.path("sites")) {
            lines.add(new HotLine(site.path("site").asString(), site.path("operation").asString(),
                    site.path("calls").asLong(), site.path("redirectedCalls").asLong(0),
                    site.path("selfNanos").asLong(0) / NANOS_PER_MILLI));
        }
        return lines;
    }

    private static String key(HotLine line) {
        return line.operation() + ' ' + line.line();
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Goes with its folder.
        }
    }
}
