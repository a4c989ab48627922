package dev.hotpix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.VerifyResult;
import dev.hotpix.publish.Meters;
import dev.hotpix.redirect.jpeg.FallbackReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's tables of meters and of their tags are the code's: every tag has a list of values that ends. */
class ReadmeMetersTest {

    @Test
    void everyMeterIsInTheTable() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Meters meter : Meters.values()) {
            expected.add(String.format("| `%s` | %s | %s | %s |", meter.meterName(),
                    meter.kind().name().toLowerCase(Locale.ROOT), codes(meter.tags()), meter.description()));
        }
        assertEquals(expected, table("| meter |"));
    }

    @Test
    void everyTagIsInTheTable() throws IOException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("format", labels(Format.values(), Format::label));
        values.put("api", labels(Api.values(), Api::label));
        values.put("engine", labels(Engine.values(), Engine::label));
        values.put("outcome", labels(Outcome.values(), Outcome::label));
        values.put("redirect", List.of("jpeg-decode", "jpeg-encode", "resize"));
        Set<String> reasons = new LinkedHashSet<>(labels(FallbackReason.values(), FallbackReason::label));
        reasons.addAll(labels(dev.hotpix.redirect.jpeg.encode.FallbackReason.values(),
                dev.hotpix.redirect.jpeg.encode.FallbackReason::label));
        reasons.addAll(labels(dev.hotpix.redirect.resize.FallbackReason.values(),
                dev.hotpix.redirect.resize.FallbackReason::label));
        values.put("reason", List.copyOf(reasons));
        values.put("result", labels(VerifyResult.values(), VerifyResult::label));
        List<String> expected = new ArrayList<>();
        values.forEach((tag, all) -> expected.add("| `" + tag + "` | " + codes(all) + " |"));
        assertEquals(expected, table("| tag |"));
        Set<String> used = new LinkedHashSet<>();
        Arrays.stream(Meters.values()).forEach(meter -> used.addAll(meter.tags()));
        assertEquals(used.stream().sorted().collect(Collectors.toList()),
                values.keySet().stream().sorted().collect(Collectors.toList()));
    }

    private static <T> List<String> labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).map(label).collect(Collectors.toList());
    }

    private static String codes(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /** The rows of the table that begins with this heading. */
    private static List<String> table(String heading) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "README.md"));
        return lines.stream().dropWhile(line -> !line.startsWith(heading)).skip(2)
                .takeWhile(line -> line.startsWith("|")).collect(Collectors.toList());
    }
}
