package dev.hotpix.instrument.decoders;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The methods of {@code decoders.txt} by class. A text rather than code: it is read, compared with the libraries and
 * added to without a look at how methods are woven. Reading it takes some milliseconds, once the agent is active; a JVM
 * that touches no image never does.
 */
final class DecoderTable {

    private static final String FILE = "decoders.txt";

    private final Map<String, List<DecoderMethod>> byClass = new LinkedHashMap<>();
    private final Map<String, List<String>> natives = new LinkedHashMap<>();
    private Api api;
    private Engine engine;
    private boolean lazy;
    private String className;

    private DecoderTable() {
    }

    /**
     * Reads the table.
     *
     * @throws IllegalStateException if it is not as it is to be
     */
    static DecoderTable read() {
        DecoderTable table = new DecoderTable();
        try (InputStream in = DecoderTable.class.getResourceAsStream(FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                table.add(line.trim());
            }
        } catch (IOException | RuntimeException broken) {
            throw new IllegalStateException(FILE + " cannot be read", broken);
        }
        return table;
    }

    /** The methods by the binary name of their class, in the order in which they are to be tried. */
    Map<String, List<DecoderMethod>> byClass() {
        return byClass;
    }

    /** The names of the native methods among them, by class. */
    Map<String, List<String>> natives() {
        return natives;
    }

    private void add(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] words = line.split("[ ,]+(?![^(]*\\))");
        if (words[0].equals("api")) {
            api = byLabel(Api.values(), words[1]);
            engine = words[3].equals("-") ? null : byLabel(Engine.values(), words[3]);
            lazy = words.length > 4 && words[4].equals("lazy");
        } else if (words[0].equals("class")) {
            className = words[1];
            byClass.put(className, new ArrayList<>());
        } else {
            addMethod(line.split(" +"));
        }
    }

    private static <T extends Enum<T>> T byLabel(T[] values, String label) {
        for (T value : values) {
            if (value.name().equals(label.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return value;
            }
        }
        throw new IllegalArgumentException(label);
    }

    private void addMethod(String[] words) {
        MethodPattern pattern = pattern(words[0]);
        Operation operation = Operation.valueOf(words[1].toUpperCase(Locale.ROOT));
        Format format = null;
        Place name = Place.NONE;
        SizePlaces size = SizePlaces.NONE;
        Place bytes = Place.NONE;
        for (String word : Arrays.asList(words).subList(2, words.length)) {
            int equals = word.indexOf('=');
            String value = word.substring(equals + 1);
            switch (equals < 0 ? word : word.substring(0, equals)) {
                case "format":
                    if (value.startsWith("@")) {
                        name = Place.ofName(value.substring(1));
                    } else {
                        format = Format.ofName(value);
                    }
                    break;
                case "size":
                    size = SizePlaces.of(value);
                    break;
                case "bytes":
                    bytes = Place.of(value);
                    break;
                case "native":
                    natives.computeIfAbsent(className, any -> new ArrayList<>()).add(pattern.methodName());
                    break;
                default:
                    throw new IllegalArgumentException(word);
            }
        }
        byClass.get(className).add(
                new DecoderMethod(pattern, operation, api, engine, lazy, format, name, size, bytes));
    }

    private MethodPattern pattern(String text) {
        int open = text.indexOf('(');
        if (open < 0) {
            return new MethodPattern(className, text, null);
        }
        String types = text.substring(open + 1, text.length() - 1);
        return new MethodPattern(className, text.substring(0, open),
                types.isEmpty() ? List.of() : List.of(types.split(",")));
    }
}
