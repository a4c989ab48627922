package dev.hotpix.demo.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.MBeanServerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotLinesTest {

    private static final String REPORT = """
            {"schemaVersion": 1, "sites": [
              {"site": "a.Shop.load(Shop.java:1)", "operation": "decode", "calls": %d, "redirectedCalls": %d,
               "selfNanos": %d, "p50Nanos": null},
              {"site": "a.Shop.save(Shop.java:9)", "operation": "encode", "calls": 3, "redirectedCalls": 0,
               "selfNanos": 5000000}]}
            """;

    @TempDir
    Path folder;

    @Test
    void whatHasGrownSince() throws Exception {
        FakeAgent agent = new FakeAgent();
        HotLines lines = new HotLines(new AgentSwitches(FakeAgent.serverWith(agent)), folder);
        agent.report = REPORT.formatted(10, 4, 20_000_000);
        List<HotLine> before = lines.sinceStart();
        assertEquals(2, before.size());
        agent.report = REPORT.formatted(16, 7, 50_000_000);
        assertEquals(List.of(new HotLine("a.Shop.load(Shop.java:1)", "decode", 6, 3, 30)), lines.since(before));
        assertEquals(0, filesLeft());
    }

    @Test
    void noneWithoutAnAgentOrAReport() throws Exception {
        assertEquals(List.of(),
                new HotLines(new AgentSwitches(MBeanServerFactory.newMBeanServer()), folder).sinceStart());
        FakeAgent agent = new FakeAgent();
        HotLines lines = new HotLines(new AgentSwitches(FakeAgent.serverWith(agent)), folder);
        for (String report : new String[] {null, "", "no json", "{}"}) {
            agent.report = report;
            assertEquals(List.of(), lines.sinceStart());
        }
        assertEquals(0, filesLeft());
    }

    @Test
    void theHottestFirstAndNotTooMany() {
        List<HotLine> after = IntStream.range(0, 30).mapToObj(i -> new HotLine("l" + i, "decode", 1, 0, i)).toList();
        List<HotLine> hot = HotLines.difference(List.of(), after);
        assertEquals(8, hot.size());
        assertEquals("l29", hot.get(0).line());
    }

    private long filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
