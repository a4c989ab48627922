package dev.hotpix.publish.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the reader of a report must know of the JVM. Not its command line, which may hold secrets. */
final class JvmFacts {

    private JvmFacts() {
    }

    /** Name to value, in the order to be shown. */
    static Map<String, String> read() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", System.getProperty("java.vm.name", ""));
        facts.put("version", System.getProperty("java.runtime.version", ""));
        facts.put("vendor", System.getProperty("java.vendor", ""));
        facts.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""));
        facts.put("arch", System.getProperty("os.arch", ""));
        return facts;
    }
}
