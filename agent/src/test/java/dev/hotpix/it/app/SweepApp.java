package dev.hotpix.it.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads all files below a folder in every way that ImageIO has, by stock and by the redirect, in one JVM with the
 * agent, and compares. In an order that looks random and is always the same, so that any part is a sample.
 *
 * <p>Arguments: the folder, a file that keeps how far the run has come, which part of how many this is (from 0), and
 * after how many seconds to stop in any case. Findings are printed. The last line has the sums since the first run.
 */
public final class SweepApp {

    /** Files in a row for one reader. */
    private static final int ROW = 10;

    /** Large photos have tests of their own. */
    private static final int MOST_BYTES = 20_000;

    private final RedirectSwitch redirect = new RedirectSwitch();
    private final AgentCounts counts = new AgentCounts();
    private final Path folder;
    private final List<Path> files;
    private final RunState state;

    private SweepApp(Path folder, List<Path> files, RunState state) throws Exception {
        this.folder = folder;
        this.files = files;
        this.state = state;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        List<Path> part = new ArrayList<>();
        List<Path> all = files(folder);
        for (int i = Integer.parseInt(args[2]); i < all.size(); i += Integer.parseInt(args[3])) {
            part.add(all.get(i));
        }
        new SweepApp(folder, part, new RunState(Path.of(args[1]))).run(Long.parseLong(args[4]));
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> below = Files.walk(folder)) {
            List<Path> files = below
                    .filter(file -> file.toString().matches(".*\\.jpe?g") && file.toFile().length() < MOST_BYTES).sorted()
                    .collect(Collectors.toList());
            Collections.shuffle(files, new Random(1));
            return files;
        }
    }

    private void run(long seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int next = (int) state.get("next", 0);
        while (next < files.size() && System.nanoTime() < end) {
            long answers = redirect.answers();
            long decodes = counts.redirected();
            List<Path> row = files.subList(next, Math.min(files.size(), next + ROW));
            int different = 0;
            for (Path file : row) {
                different += report(redirect.differences(folder.relativize(file).toString(),
                        (findings, on) -> ParityApp.read(findings, file, "param")));
            }
            different += report(redirect.differences("row", (findings, on) -> ReusedReader.run(findings, row)));
            next += row.size();
            state.set("next", next);
            state.add("answers", redirect.answers() - answers);
            state.add("redirected", counts.redirected() - decodes);
            state.add("different", different);
            state.save();
        }
        System.out.println("# files " + state.get("next", 0) + " of " + files.size() + " answers "
                + state.get("answers", 0) + " redirected " + state.get("redirected", 0) + " different "
                + state.get("different", 0));
    }

    private static int report(List<String> differences) {
        differences.forEach(System.out::println);
        return differences.size() / 2;
    }
}
