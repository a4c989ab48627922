package dev.hotpix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's tables of reasons say what the code's lists of reasons say; the tests that it names are there. */
class ReadmeClaimsTest {

    private static final Pattern CONSTANT = Pattern.compile("/\\*\\*(.*?)\\*/\\s+([A-Z_]+)[,;]", Pattern.DOTALL);

    @Test
    void everyReasonIsInItsTable() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("..", "README.md"));
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (Path list : lists()) {
            String redirect = redirect(list);
            rows(list).stream().map(row -> redirect + ": " + row).sorted().forEach(expected::add);
            readme.stream().dropWhile(line -> !line.startsWith("| reason, " + redirect + " |")).skip(2)
                    .takeWhile(line -> line.startsWith("|")).map(row -> redirect + ": " + row).sorted()
                    .forEach(actual::add);
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }

    /** The README says which tests show what. */
    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher name = Pattern.compile("`(\\w+(?:IT|Test))`").matcher(Files.readString(Path.of("..", "README.md")));
        while (name.find()) {
            named.add(name.group(1) + ".java");
        }
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            files.forEach(file -> named.remove(file.getFileName().toString()));
        }
        assertEquals(Set.of(), named);
    }

    /** The enumerations of reasons, in the sources: their comments are the text. */
    private static List<Path> lists() throws IOException {
        Path root = Path.of("src", "main", "java", "dev", "hotpix", "redirect");
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> found = files.filter(file -> file.endsWith("FallbackReason.java")).sorted()
                    .collect(Collectors.toList());
            assertTrue(found.size() >= 2, found::toString);
            return found;
        }
    }

    /** The redirect by the name of its room. */
    private static String redirect(Path list) {
        String room = list.getParent().getFileName().toString();
        return room.equals("jpeg") ? "jpeg-decode" : room.equals("encode") ? "jpeg-encode" : room;
    }

    private static List<String> rows(Path list) throws IOException {
        String source = Files.readString(list);
        List<String> rows = new ArrayList<>();
        Matcher constant = CONSTANT.matcher(source.substring(source.indexOf("enum ")));
        while (constant.find()) {
            String text = constant.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").trim()
                    .replaceAll("\\{@code ([^}]*)}", "`$1`").replaceAll("\\.$", "");
            rows.add("| `" + constant.group(2).toLowerCase(Locale.ROOT).replace('_', '-') + "` | " + text + " |");
        }
        return rows;
    }
}
