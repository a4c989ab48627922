package dev.hotpix.it.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files in every way that ImageIO has and prints what it sees.
 *
 * <p>Arguments: a folder, and a file with a line for each file in it to be read: its name, a tab, and how
 * thoroughly ({@code once}, {@code brief}, {@code full} or {@code param}).
 */
public final class ParityApp {

    private ParityApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws IOException {
        Findings findings = new Findings(System.out);
        List<Path> reused = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            String name = line.substring(0, line.indexOf('\t'));
            String depth = line.substring(line.indexOf('\t') + 1);
            Path file = Path.of(args[0], name);
            findings.subject(name);
            read(findings, file, depth);
            if (depth.equals("full") || depth.equals("param")) {
                reused.add(file);
            }
        }
        ReusedReader.run(findings, reused);
    }

    /** Reads one file in every way, or as many as are wanted. */
    static void read(Findings findings, Path file, String depth) throws IOException {
        StaticReads reads = new StaticReads(findings, file);
        reads.file();
        reads.inputStream(true);
        reads.inputStream(false);
        if (!depth.equals("once")) {
            new ReaderReads(findings, file, true, true).run();
        }
        if (depth.equals("full") || depth.equals("param")) {
            reads.drained();
            new ReaderReads(findings, file, false, false).run();
            new ReaderReads(findings, file, false, true).run();
        }
        if (depth.equals("param")) {
            new ReaderReads(findings, file, true, false).run();
            new ParamReads(findings, file).run();
            new ListenerReads(findings, file).run();
        }
    }
}
