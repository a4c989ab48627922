package dev.hotpix.publish.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * Puts a report where the user wants it: on stderr, or into a file that is replaced as a whole, so
 * that nobody reads half a report. Meant for the end of the JVM: it throws nothing, and a failure is
 * one line on stderr.
 */
public final class ReportWriter {
    /** The destination that is not a file. */
    public static final String STDERR = "stderr";

    private final String destination;
    private final Supplier<String> report;
    private final PrintStream stderr;

    /**
     * A writer to {@code destination}: {@value #STDERR}, or the path of a file in a directory that
     * exists.
     */
    public ReportWriter(String destination, Supplier<String> report) {
        this(destination, report, System.err);
    }

    /** With a stream in the place of stderr. */
    ReportWriter(String destination, Supplier<String> report, PrintStream stderr) {
        this.destination = destination;
        this.report = report;
        this.stderr = stderr;
    }

    /** Renders the report and writes it; false if that failed. */
    public synchronized boolean write() {
        try {
            String text = report.get();
            if (STDERR.equals(destination)) {
                stderr.print(text);
                stderr.flush();
            } else {
                writeFile(Path.of(destination), text.getBytes(StandardCharsets.UTF_8));
            }
            return true;
        } catch (Throwable failure) {
            complain(failure);
            return false;
        }
    }

    private static void writeFile(Path named, byte[] content) throws IOException {
        boolean replaces = Files.exists(named);
        if (replaces && !Files.isRegularFile(named)) {
            // A pipe or a device is written to, not replaced; a directory refuses.
            Files.write(named, content);
            return;
        }
        // A symbolic link stays one: what it points to is replaced.
        Path file = replaces ? named.toRealPath() : named.toAbsolutePath();
        Path temporary = temporary(file);
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(temporary, file);
        } catch (AccessDeniedException closedDirectory) {
            // The directory may be closed to us and the file in it not.
            Files.write(file, content);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** In the same directory, for a move; in containers the process id alone is the same each time. */
    private static Path temporary(Path file) {
        String unique = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
        return file.resolveSibling("." + file.getFileName() + "." + unique + ".tmp");
    }

    private static void move(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plainMoveThen) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void complain(Throwable failure) {
        try {
            stderr.print("[hotpix] report not written to " + destination + ": " + cause(failure) + "\n");
            stderr.flush();
        } catch (Throwable again) {
            // The JVM is ending and there is nobody left to tell.
        }
    }

    private String cause(Throwable failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof IOException && Files.isDirectory(Path.of(destination))) {
            return "it is a directory";
        }
        // A message of several lines would make several of ours.
        return failure.toString().replaceAll("\\s+", " ");
    }
}
