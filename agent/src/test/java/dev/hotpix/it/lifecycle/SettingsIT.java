package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Decodes;
import dev.hotpix.it.lifecycle.app.Surroundings;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What users can set, by whichever of the three ways. */
@ParameterizedClass
@MethodSource("dev.hotpix.it.Jdks#all")
class SettingsIT {

    private final Jdk jdk;

    SettingsIT(Jdk jdk) {
        this.jdk = jdk;
    }

    /** System property before agent argument before environment before the default. */
    @ParameterizedTest
    @CsvSource({
        "false, true, true, false",
        "true, false, false, true",
        ", false, true, false",
        ", true, false, true",
        ", , false, false"})
    void enabledByTheFirstThatIsSet(String property, String argument, String environment, boolean enabled)
            throws Exception {
        Fork fork = Fork.java(jdk).environment("HOTPIX_ENABLED", environment).environment("HOTPIX_START", "sync");
        fork = argument == null ? fork.agent() : fork.agent("enabled=" + argument);
        if (property != null) {
            fork.options("-Dhotpix.enabled=" + property);
        }
        Outcome outcome = fork.run(Surroundings.class).succeeded();
        if (enabled) {
            outcome.oneLine("ready in");
        } else {
            outcome.silent();
        }
    }

    /** One line each, with what is accepted; then the default is used, here that of {@code start}. */
    @Test
    void whatIsNotUnderstoodIsSaid() throws Exception {
        Outcome outcome = Fork.java(jdk).environment("HOTPIX_REDIRECT", "nope").environment("HOTPIX_NO_SUCH", "1")
                .agent("bar=1,start=later,lonely")
                .options("-Dhotpix.foo=1", "-Dhotpix.enabled=ja", "-Dhotpixtest.await=redirect")
                .run(Decodes.class, Fixture.photo()).succeeded();
        assertEquals("true", outcome.value("redirected"), outcome::toString);
        says(outcome, "hotpix.foo", "hotpix.native.dir");
        says(outcome, "bar", "native.dir");
        says(outcome, "lonely", "name=value");
        says(outcome, "hotpix.start=later", "async", "sync");
        says(outcome, "hotpix.redirect=nope", "true", "false");
        says(outcome, "hotpix.enabled=ja", "true", "false");
        assertEquals(7, outcome.ours().size(), outcome::toString);
    }

    private static void says(Outcome outcome, String name, String... accepted) {
        List<String> lines = outcome.ours().stream()
                .filter(line -> line.contains(name + " ") || line.contains("\"" + name + "\""))
                .collect(Collectors.toList());
        assertEquals(1, lines.size(), () -> name + " in " + outcome);
        for (String word : accepted) {
            assertTrue(lines.get(0).contains(word), () -> word + " for " + name + " in " + outcome);
        }
    }

    /** Still measured: the report shows the application's four reads, as stock's. */
    @ParameterizedTest
    @CsvSource({"redirect", "redirect.jpeg-decode"})
    void redirectionOffStillMeasures(String name) throws Exception {
        Outcome outcome = Fork.java(jdk).agent("start=sync,report=stderr," + name + "=false")
                .run(Decodes.class, Fixture.photo()).succeeded();
        assertTrue(outcome.ours().get(0).contains("jpeg-decode=stock (switched off by hotpix." + name + ")"),
                outcome::toString);
        assertTrue(outcome.others().stream().anyMatch(
                line -> line.matches(".*\\bjpeg\\b.*\\bstock\\b.*\\b4\\b.*")), outcome::toString);
        assertTrue(outcome.others().stream().noneMatch(line -> line.contains("libjpeg-turbo")), outcome::toString);
    }
}
