package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hotpix.it.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code doctor --json} said. */
record Examined(Outcome outcome, JsonNode json) {

    /** Stands for all that the native library does. */
    static final String CODEC = "codec";

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The doctor's command line, to which arguments may be added after the options. */
    static Fork doctor(Path java, String... options) {
        return Fork.command(java.resolve("bin/java").toString(), options)
                .options("-jar", Fixture.agentJar().toString(), "doctor", "--json");
    }

    /** A doctor that compares one decode and measures nothing. */
    static Examined quick(Jdk jdk, String... options) {
        return of(doctor(jdk.home(), options).options("--self-test", "0"));
    }

    static Examined of(Fork doctor) {
        try {
            Outcome outcome = doctor.run();
            JsonNode json = MAPPER.readTree(String.join("\n", outcome.out()));
            assertNotNull(json, outcome::toString);
            assertEquals(outcome.exit(), json.path("exitCode").asInt(-1), outcome::toString);
            return new Examined(outcome, json);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    Examined exits(int code) {
        assertEquals(code, outcome.exit(), outcome::toString);
        return this;
    }

    /** There is one such finding, with these parts in its detail or its cure. */
    Examined finds(String check, String state, String... parts) {
        JsonNode finding = finding(check);
        assertEquals(state, finding.path("state").asText(), outcome::toString);
        for (String part : parts) {
            assertTrue(finding.path("detail").asText().contains(part) || finding.path("cure").asText().contains(part),
                    () -> part + " for " + check + " in " + outcome);
        }
        return this;
    }

    /**
     * These findings are off or failed, and no others.
     *
     * @param checks {@link #CODEC} for every redirect that needs the native library
     */
    Examined nothingElseButIsOff(String... checks) {
        Set<String> off = new TreeSet<>(List.of(checks));
        if (off.remove(CODEC)) {
            json.path("engines").fieldNames().forEachRemaining(engine -> {
                if (engine.startsWith("jpeg-")) {
                    off.add(engine);
                }
            });
        }
        for (JsonNode finding : json.path("checks")) {
            String state = finding.path("state").asText();
            boolean listed = off.contains(finding.path("check").asText());
            assertEquals(listed, state.equals("off") || state.equals("failed"), () -> finding + " in " + outcome);
            assertEquals(listed, finding.path("cure").isTextual(), () -> finding + " in " + outcome);
        }
        return this;
    }

    JsonNode finding(String check) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode finding : json.path("checks")) {
            if (finding.path("check").asText().equals(check)) {
                found.add(finding);
            }
        }
        assertEquals(1, found.size(), () -> check + " in " + outcome);
        return found.get(0);
    }

    /** A value of one of the report's parts. */
    String value(String part, String name) {
        assertTrue(json.path(part).path(name).isTextual(), () -> part + "." + name + " in " + outcome);
        return json.path(part).path(name).asText();
    }
}
