package dev.hotpix.it.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads damaged files: for each seed the file number {@code seed % files}, damaged. Arguments: a folder, a file
 * with names in it, the first seed, the seed to stop at.
 */
public final class FuzzApp {

    private FuzzApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Findings findings = new Findings(System.out);
        FuzzReads reads = new FuzzReads(files(args[0], args[1]));
        long stop = Long.parseLong(args[3]);
        for (long seed = Long.parseLong(args[2]); seed < stop; seed++) {
            findings.subject(Long.toString(seed));
            reads.run(findings, seed);
        }
    }

    /** The files of a folder that are named in another file. */
    static List<byte[]> files(String folder, String names) throws Exception {
        List<byte[]> files = new ArrayList<>();
        for (String name : Files.readAllLines(Path.of(names))) {
            files.add(Files.readAllBytes(Path.of(folder, name)));
        }
        return files;
    }
}
