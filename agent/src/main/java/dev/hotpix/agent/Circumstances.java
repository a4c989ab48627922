package dev.hotpix.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the agent came to be as it is in this JVM: what the doctor shows, asked of the parts themselves. */
final class Circumstances {

    private final Configuration configuration;
    private final Console console;
    private final JdkInternals jdk;
    private final JpegDecoding jpeg;
    private final Resizing resizing;

    Circumstances(
            Configuration configuration, Console console, JdkInternals jdk, JpegDecoding jpeg, Resizing resizing) {
        this.configuration = configuration;
        this.console = console;
        this.jdk = jdk;
        this.jpeg = jpeg;
        this.resizing = resizing;
    }

    /** Properties that differ from their default. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Property property : Property.values()) {
            String value = configuration.get(property);
            if (!value.equals(property.defaultValue())) {
                settings.put(property.key(), value);
            }
        }
        return settings;
    }

    /** See {@link dev.hotpix.publish.jmx.AgentMXBean#getFacts}. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("native-access", jdk.nativeAccess());
        facts.putAll(jpeg.facts());
        facts.putAll(resizing.facts());
        return facts;
    }

    /** Lines of trouble so far. */
    List<String> troubles() {
        return console.troubles();
    }
}
