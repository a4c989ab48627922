package dev.hotpix.demo.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.demo.workload.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RaceOptionsTest {

    @Test
    void defaults() throws UsageException {
        RaceOptions options = parse();
        assertEquals(Optional.empty(), options.folder());
        assertEquals(Optional.empty(), options.agent());
        assertEquals(Job.DECODE, options.job());
        assertEquals(5, options.rounds());
        assertTrue(Files.isExecutable(options.java()));
        assertFalse(options.help());
    }

    @Test
    void everyOption() throws UsageException {
        RaceOptions options =
                parse("--rounds", "9", "pictures", "--java", "some/java", "--agent", "some.jar", "--help", "--job", "thumbnail");
        assertEquals(Job.THUMBNAIL, options.job());
        assertEquals(Optional.of(Path.of("pictures")), options.folder());
        assertEquals(Optional.of("some.jar"), options.agent());
        assertEquals(9, options.rounds());
        assertEquals(Path.of("some", "java"), options.java());
        assertTrue(options.help());
    }

    @Test
    void javaHomeMeansTheCommandInIt() throws UsageException {
        assertEquals(parse().java(), parse("--java", System.getProperty("java.home")).java());
    }

    @Test
    void mistakesSayWhatIsWrong() {
        assertEquals("Unknown option: --round", message("--round", "3"));
        assertEquals("--rounds needs a value.", message("--rounds"));
        assertEquals("--rounds needs a whole number from 1, not: 0", message("--rounds", "0"));
        assertEquals("--rounds needs a whole number from 1, not: many", message("--rounds", "many"));
        assertEquals("--job needs decode, thumbnail or encode, not: paint", message("--job", "paint"));
        assertEquals("One folder only, not also: b", message("a", "b"));
    }

    private static RaceOptions parse(String... args) throws UsageException {
        return RaceOptions.parse(List.of(args));
    }

    private static String message(String... args) {
        return assertThrows(UsageException.class, () -> parse(args)).getMessage();
    }
}
