package dev.hotpix.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files from the folder named by {@code hotpix.corpus}. */
class CorpusTest extends CodecTest {

    private static List<Path> files(String folder) throws IOException {
        String corpus = System.getProperty("hotpix.corpus", "");
        Path directory = Path.of(corpus, folder);
        Assumptions.assumeTrue(!corpus.isEmpty() && Files.isDirectory(directory), "no corpus");
        try (Stream<Path> list = Files.list(directory)) {
            return list.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "gray", "progressive", "subsampling", "large", "restart", "tiny",
        "exif-orientation", "icc", "colourspace-guess", "corrupt", "tables-only-or-multi", "cmyk-ycck",
        "arithmetic-12bit-lossless", "other-formats"})
    void acceptsOnlyWhatLooksTheSame(String folder) throws Exception {
        List<String> mismatches = new ArrayList<>();
        List<String> log = new ArrayList<>();
        for (Path file : files(folder)) {
            Parity parity = Parity.of(Files.readAllBytes(file));
            String line = file.getFileName() + ": " + parity.outcome + " " + parity.detail;
            log.add(line);
            // Outside the ordinary folders the caller decides by more than the codec sees.
            boolean ordinary = List.of("baseline", "gray", "progressive", "subsampling", "large", "restart")
                .contains(folder);
            if (parity.isMismatch() && (ordinary || parity.outcome == Parity.Outcome.PIXELS_DIFFER)) {
                mismatches.add(line);
            }
        }
        if (Boolean.getBoolean("hotpix.test.verbose")) {
            log.forEach(System.err::println);
        }
        assertEquals(List.of(), mismatches);
    }

    @Test
    void acceptsMostPhotos() throws Exception {
        int accepted = 0;
        List<Path> photos = files("large");
        for (Path file : photos) {
            try {
                Decoded.decode(Files.readAllBytes(file));
                accepted++;
            } catch (CodecException e) {
                // Some photos carry stray bytes or other warnings; those stay with stock.
            }
        }
        assertTrue(accepted * 10 >= photos.size() * 8, accepted + " of " + photos.size());
    }
}
