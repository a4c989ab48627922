package dev.hotpix.demo.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.demo.photo.PhotoFiles;
import dev.hotpix.demo.photo.PhotoSynthesizer;
import dev.hotpix.demo.workload.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceReportTest {

    private static final String IMAGE = "image abc 64x48 type=5";

    @TempDir
    Path folder;

    @Test
    void tableAndMeans() throws IOException {
        RaceReport report = new RaceReport(Job.DECODE, "stock", "Hotpix", List.of(
                timed(file(false), IMAGE, IMAGE, 16, 4),
                timed(file(true), IMAGE, IMAGE, 9, 9)));
        String text = String.join("\n", report.lines());
        assertTrue(report.allIdentical());
        assertTrue(text.contains("baseline 4:2:0        16.00       4.00   4.00  libjpeg-turbo  identical"), text);
        assertTrue(text.contains("geometric mean  2.00x  all files (2)"), text);
        assertTrue(text.contains("geometric mean  4.00x  baseline JPEG (1)"), text);
        assertTrue(text.contains("geometric mean  1.00x  progressive JPEG (1)"), text);
        assertTrue(text.contains("geometric mean  2.00x  all files, wall clock (2)"), text);
        assertTrue(text.contains("2 of 2 files identical"), text);
    }

    @Test
    void differencesAreSpelledOut() throws IOException {
        String exception = "exception java.io.IOException: broken";
        RaceReport report =
                new RaceReport(Job.DECODE, "stock", "Hotpix", List.of(timed(file(false), IMAGE, exception, 16, 4)));
        List<String> lines = report.lines();
        assertFalse(report.allIdentical());
        assertTrue(lines.get(1).endsWith("DIFFERENT"), lines.get(1));
        assertEquals(
                List.of("DIFFERENT: test-64x48-q85.jpg", "  stock: " + IMAGE, "  Hotpix: " + exception),
                lines.subList(lines.size() - 3, lines.size()));
    }

    @Test
    void filesThatNobodyDecodesHaveNoTimesAndNoPartInTheMeans() throws IOException {
        String exception = "exception java.io.IOException: broken";
        RaceReport report = new RaceReport(Job.DECODE, "stock", "Hotpix", List.of(
                new FileResult(file(false), exception, exception, "stock"),
                new FileResult(file(true), "none", "none", "?")));
        String text = String.join("\n", report.lines());
        assertTrue(report.allIdentical());
        assertTrue(text.contains("identical (exception)"), text);
        assertTrue(text.contains("identical (no reader)"), text);
        assertTrue(text.contains("engine ?: "), text);
        assertFalse(text.contains("geometric mean"), text);
    }

    private ImageFile file(boolean progressive) throws IOException {
        return ImageFile.of(
                folder, PhotoFiles.write(folder, new PhotoSynthesizer(5).color(64, 48), progressive));
    }

    private static FileResult timed(ImageFile file, String stock, String rival, double before, double after) {
        FileResult result = new FileResult(file, stock, rival, "libjpeg-turbo");
        result.addRound(new Timing(before * 1e6, before * 1e6), new Timing(after * 1e6, after * 1e6));
        return result;
    }
}
