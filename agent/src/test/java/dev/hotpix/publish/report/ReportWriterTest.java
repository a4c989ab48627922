package dev.hotpix.publish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    private static final String TEXT = "[hotpix] a report\n  of two lines\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    private boolean write(String destination, Supplier<String> report) {
        return new ReportWriter(destination, report, new PrintStream(stderr)).write();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @Test
    void toStderr() {
        assertTrue(write("stderr", () -> TEXT));
        assertEquals(TEXT, stderr.toString());
    }

    @Test
    void toAFileThatIsNewThenReplaced() throws IOException {
        Path file = folder.resolve("report.txt");
        assertTrue(write(
                file.toString(), () -> "a longer report that was there before, of which nothing may remain\n"));
        assertTrue(write(file.toString(), () -> TEXT));
        assertEquals(TEXT, Files.readString(file));
        assertEquals(List.of("report.txt"), files());
        assertEquals("", stderr.toString());
    }

    @Test
    void aSymbolicLinkStaysOne() throws IOException {
        Path file = Files.writeString(folder.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        assertTrue(write(link.toString(), () -> TEXT));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(TEXT, Files.readString(file));
    }

    @Test
    void parentsAreNotCreated() throws IOException {
        Path file = folder.resolve("none").resolve("report.txt");
        assertFalse(write(file.toString(), () -> TEXT));
        assertEquals("[hotpix] report not written to " + file + ": no such directory\n", stderr.toString());
        assertEquals(List.of(), files());
    }

    @Test
    void aDirectoryIsNoFile() throws IOException {
        assertFalse(write(folder.toString(), () -> TEXT));
        assertEquals("[hotpix] report not written to " + folder + ": it is a directory\n", stderr.toString());
        assertEquals(List.of(), files());
    }

    @Test
    void aPathThatIsNone() {
        assertFalse(write("a\0b", () -> TEXT));
        assertOneLine();
    }

    @Test
    void aReportThatFails() {
        assertFalse(write("stderr", () -> {
            throw new IllegalStateException("of two\nlines");
        }));
        assertOneLine();
    }

    private void assertOneLine() {
        String said = stderr.toString();
        assertTrue(said.startsWith("[hotpix] report not written to "), said);
        assertEquals(said.length() - 1, said.indexOf('\n'), said);
    }
}
