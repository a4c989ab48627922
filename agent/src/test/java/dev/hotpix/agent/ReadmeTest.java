package dev.hotpix.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's table of properties is the code's. */
class ReadmeTest {

    @Test
    void everyPropertyIsInTheTable() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Property property : Property.values()) {
            String value = property.defaultValue();
            expected.add(String.format("| `%s` | `%s` | %s | %s |", property.key(),
                    property.domain().text().replace("|", "\\|"), value.isEmpty() ? "" : "`" + value + "`",
                    property.description()));
        }
        List<String> actual = new ArrayList<>();
        for (String line : Files.readAllLines(readme())) {
            if (line.startsWith("| `" + Property.PREFIX)) {
                actual.add(line);
            }
        }
        assertEquals(expected, actual);
    }

    private static Path readme() {
        Path inModule = Path.of("..", "README.md");
        assertTrue(Files.exists(inModule), "run from the agent's folder");
        return inModule;
    }
}
