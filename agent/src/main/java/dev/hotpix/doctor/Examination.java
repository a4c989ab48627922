package dev.hotpix.doctor;

import dev.hotpix.agent.LiveAgent;
import dev.hotpix.publish.jmx.AgentMXBean;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** In the JVM that the doctor has started: an application that works with images and then asks its agent. */
final class Examination {

    private Examination() {
    }

    /** Prints the report to stdout, each line marked, and answers the exit code. */
    static int inThisJvm(DoctorOptions options) {
        Report report = new Report("a new JVM");
        report.part(Report.JVM).putAll(JvmDescription.of(System.getProperties()));
        report.part(Report.MACHINE).putAll(MachineDescription.of(System.getProperties()));
        AgentMXBean agent = LiveAgent.bean();
        if (agent == null) {
            report.add(absent(LiveAgent.absence()));
        } else {
            SelfTest test = new SelfTest(agent, options.seconds());
            test.run();
            AgentChecks.add(report, agent);
            report.part(Report.SETTINGS).keySet().removeAll(ApplicationJvm.OWN_SETTINGS.keySet());
            addSurroundings(report);
            test.addTo(report);
        }
        print(options.json() ? JsonPage.of(report) : TextPage.of(report));
        return report.verdict().exitCode();
    }

    private static Finding absent(String why) {
        if (why.startsWith("switched off by ")) {
            return Finding.off("agent", why);
        }
        int cure = why.indexOf("; ");
        return cure < 0 ? Finding.failed("agent", why, "report this")
                : Finding.failed("agent", why.substring(0, cure), why.substring(cure + 2));
    }

    private static void addSurroundings(Report report) {
        ProcessFiles process = ProcessFiles.own();
        String decoder = StockDecoder.of(process);
        if (decoder != null) {
            String chroma = report.part(Report.AGENT).get("stock-chroma");
            report.add(Finding.note("stock-decoder", decoder
                    + (chroma == null ? "" : "; probed: 4:4:0 chroma is " + chroma)));
        }
        report.add(TemporaryDirectory.check(Path.of(System.getProperty("java.io.tmpdir", "/tmp")), process,
                report.part(Report.AGENT).get("codec.file")));
    }

    private static void print(String page) {
        StringBuilder marked = new StringBuilder();
        for (String line : page.split("\n")) {
            marked.append(ApplicationJvm.MARK).append(line).append('\n');
        }
        // At once: the JVM's own logging may go to the same place.
        PrintStream out = System.out;
        byte[] bytes = marked.toString().getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }
}
