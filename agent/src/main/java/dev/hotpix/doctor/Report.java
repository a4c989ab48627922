package dev.hotpix.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the doctor tells of one JVM. */
final class Report {

    /** The parts of the report that are names with values, in their order. */
    static final String JVM = "jvm";
    static final String MACHINE = "machine";
    static final String AGENT = "agent";
    static final String ENGINES = "engines";
    static final String SETTINGS = "settings";

    private final String subject;
    private final Map<String, Map<String, String>> parts = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Measured> measured = new ArrayList<>();

    /** @param subject which JVM, in words */
    Report(String subject) {
        this.subject = subject;
        for (String part : new String[] {JVM, MACHINE, AGENT, ENGINES, SETTINGS}) {
            parts.put(part, new LinkedHashMap<>());
        }
    }

    /** Which JVM, in words. */
    String subject() {
        return subject;
    }

    Map<String, Map<String, String>> parts() {
        return parts;
    }

    Map<String, String> part(String name) {
        return parts.get(name);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return findings;
    }

    /** What the self-test has measured. */
    List<Measured> measured() {
        return measured;
    }

    Verdict verdict() {
        return Verdict.of(findings);
    }
}
