package dev.hotpix.agent;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The settings of one JVM, read once at start. What is wrong with them is kept as {@link #warnings}, to be
 * printed if and when Hotpix becomes active; the default is used instead.
 */
final class Configuration {

    private final Map<Property, String> values = new EnumMap<>(Property.class);
    private final List<String> warnings = new ArrayList<>();

    private Configuration() {
    }

    /**
     * Reads the settings.
     *
     * @param agentArguments {@code k=v,k=v} with {@code \,} for a comma, may be null
     * @param system the system properties
     * @param environment the environment variables
     */
    static Configuration read(String agentArguments, Properties system, Map<String, String> environment) {
        Configuration configuration = new Configuration();
        Map<String, String> arguments = configuration.parseArguments(agentArguments);
        for (Property property : Property.values()) {
            configuration.choose(property, system.getProperty(property.key()), arguments.get(property.key()),
                    environment.get(property.environment()));
        }
        configuration.warnOfUnknown(system);
        return configuration;
    }

    private Map<String, String> parseArguments(String text) {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (text == null || text.isEmpty()) {
            return arguments;
        }
        for (String argument : splitAtCommas(text)) {
            int equals = argument.indexOf('=');
            String key = Property.PREFIX + (equals < 0 ? argument : argument.substring(0, equals)).trim();
            if (equals < 0) {
                warnings.add("agent argument \"" + argument + "\" is ignored: write name=value, separated by commas");
            } else if (Property.ofKey(key) == null) {
                warnings.add("unknown agent argument \"" + argument.substring(0, equals) + "\" is ignored; known: "
                        + known(Property.PREFIX.length()));
            } else {
                arguments.put(key, argument.substring(equals + 1));
            }
        }
        return arguments;
    }

    private static List<String> splitAtCommas(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
                part.append(',');
                i++;
            } else if (c == ',') {
                addUnlessEmpty(parts, part);
            } else {
                part.append(c);
            }
        }
        addUnlessEmpty(parts, part);
        return parts;
    }

    private static void addUnlessEmpty(List<String> parts, StringBuilder part) {
        if (part.length() > 0) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    private void choose(Property property, String system, String argument, String environment) {
        String value = system != null ? system : argument != null ? argument : environment;
        if (value == null) {
            return;
        }
        if (property.domain().accept(value) || value.equals(property.defaultValue())) {
            values.put(property, value);
        } else {
            String used = property.defaultValue().isEmpty() ? "nothing" : property.defaultValue();
            warnings.add(property.key() + "=" + value + " is not understood, " + used + " is used: accepted are "
                    + property.domain().text());
        }
    }

    private void warnOfUnknown(Properties system) {
        for (String name : new TreeSet<>(system.stringPropertyNames())) {
            if (name.startsWith(Property.PREFIX) && Property.ofKey(name) == null) {
                warnings.add("unknown property " + name + " is ignored; known: " + known(0));
            }
        }
    }

    private static String known(int from) {
        StringBuilder names = new StringBuilder();
        for (Property property : Property.values()) {
            names.append(names.length() == 0 ? "" : ", ").append(property.key().substring(from));
        }
        return names.toString();
    }

    /** The value of a property, or its default. */
    String get(Property property) {
        return values.getOrDefault(property, property.defaultValue());
    }

    /** Whether a boolean property is on. */
    boolean isOn(Property property) {
        return Boolean.parseBoolean(get(property));
    }

    /** The value of a property that is a number. */
    int number(Property property) {
        return Integer.parseInt(get(property));
    }

    /** The parts of a list with commas, without blanks and empty ones. */
    List<String> list(Property property) {
        List<String> parts = new ArrayList<>();
        for (String part : get(property).split(",")) {
            addUnlessEmpty(parts, new StringBuilder(part.trim()));
        }
        return parts;
    }

    /** What was wrong with the settings, one line each, to be printed once. */
    List<String> warnings() {
        return warnings;
    }
}
