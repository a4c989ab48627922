package dev.hotpix.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line of a benchmark: {@code --name value} pairs, which may repeat, and what is left. */
final class Arguments {

    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();

    private Arguments() {
    }

    /** Prints {@code usage} and ends the program if it was asked for, or if the command line is wrong. */
    static Arguments parse(String[] words, String usage, String... known) {
        Set<String> names = Set.of(known);
        Arguments arguments = new Arguments();
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (word.equals("--help")) {
                System.out.print(usage);
                System.exit(0);
            }
            if (!word.startsWith("--")) {
                arguments.rest.add(word);
            } else if (names.contains(word) && i + 1 < words.length) {
                arguments.options.computeIfAbsent(word, name -> new ArrayList<>()).add(words[++i]);
            } else {
                stop(names.contains(word) ? word + " needs a value" : "unknown option " + word, usage);
            }
        }
        return arguments;
    }

    /** Ends the program with a complaint. */
    static void stop(String complaint, String usage) {
        System.err.println(complaint);
        System.err.print(usage);
        System.exit(2);
    }

    Optional<String> last(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }

    int number(String name, int otherwise) {
        return last(name).map(Integer::parseInt).orElse(otherwise);
    }

    /** What is neither an option nor its value. */
    List<String> rest() {
        return rest;
    }
}
