package dev.hotpix.it.app;

import java.nio.file.Path;

/** Reads each file that is named in every way that ImageIO has and prints who decoded. */
public final class WaysApp {

    private WaysApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Findings findings = new Findings(System.out, new AgentCounts());
        for (String name : args) {
            findings.subject(Path.of(name).getParent().getFileName().toString());
            StaticReads reads = new StaticReads(findings, Path.of(name));
            reads.file();
            reads.inputStream(true);
            reads.drained();
            new ParamReads(findings, Path.of(name)).run();
            new ListenerReads(findings, Path.of(name)).run();
        }
    }
}
