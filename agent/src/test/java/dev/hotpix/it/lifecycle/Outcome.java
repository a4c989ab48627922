package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

/** What a forked program left behind. */
record Outcome(String command, int exit, List<String> out, List<String> err) {

    private static final String OURS = "[hotpix] ";

    /** Our lines on stderr, without the prefix. */
    List<String> ours() {
        return err.stream().filter(line -> line.startsWith(OURS)).map(line -> line.substring(OURS.length()))
                .collect(Collectors.toList());
    }

    /** Everything else on stderr. */
    List<String> others() {
        return err.stream().filter(line -> !line.startsWith(OURS)).collect(Collectors.toList());
    }

    /** The values of the application's lines {@code key=value}. */
    List<String> values(String key) {
        return out.stream().filter(line -> line.startsWith(key + "=")).map(line -> line.substring(key.length() + 1))
                .collect(Collectors.toList());
    }

    /** The value of the application's only line {@code key=…}. */
    String value(String key) {
        List<String> values = values(key);
        assertEquals(1, values.size(), () -> key + " in " + this);
        return values.get(0);
    }

    Outcome succeeded() {
        assertEquals(0, exit, this::toString);
        return this;
    }

    /** For the application, this run was like that one: output, errors and exit code. */
    Outcome sameAs(Outcome plain) {
        assertEquals(plain.out, out, this::toString);
        assertEquals(plain.err, others(), this::toString);
        assertEquals(plain.exit, exit, this::toString);
        return this;
    }

    /** We said nothing. */
    Outcome silent() {
        assertEquals(List.of(), ours(), this::toString);
        return this;
    }

    /** We said one line, which has all of these parts. */
    Outcome oneLine(String... parts) {
        assertEquals(1, ours().size(), this::toString);
        for (String part : parts) {
            assertTrue(ours().get(0).contains(part), () -> "\"" + part + "\" in " + this);
        }
        return this;
    }

    /** Nothing on stderr but our own lines. */
    Outcome noOtherErrors() {
        assertEquals(List.of(), others(), this::toString);
        return this;
    }

    /** Neither the JVM nor anything else warned. */
    Outcome noWarnings() {
        assertTrue(others().stream().noneMatch(line -> line.matches("(?i).*\\bwarning:.*")), this::toString);
        return this;
    }

    @Override
    public String toString() {
        return command + "\nexit " + exit + "\nstdout:\n" + String.join("\n", out) + "\nstderr:\n"
                + String.join("\n", err) + "\n";
    }
}
