package dev.hotpix.doctor;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which JVM this is about, from its system properties. */
final class JvmDescription {

    private JvmDescription() {
    }

    /** Name to value; values of this JVM or of another. */
    static Map<String, String> of(Map<?, ?> properties) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "name", properties, "java.vm.name");
        put(facts, "version", properties, "java.runtime.version");
        put(facts, "vendor", properties, "java.vendor");
        put(facts, "home", properties, "java.home");
        put(facts, "mode", properties, "java.vm.info");
        return facts;
    }

    private static void put(Map<String, String> facts, String name, Map<?, ?> properties, String property) {
        Object value = properties.get(property);
        facts.put(name, value == null ? "" : value.toString());
    }
}
