package dev.hotpix.it.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads damaged files as {@link FuzzApp} does, by stock and by the redirect, in one JVM with the agent, and compares.
 *
 * <p>Arguments: a folder, a file with names in it, a file that keeps how far the run has come, the first seed, the
 * seed to stop at, and after how many seconds to stop in any case. Findings are printed, and the files kept beside
 * the third argument. The last line has the sums since the first run.
 */
public final class SwitchedFuzzApp {

    private static final int SAVE_EVERY = 500;
    private static final int MOST_KEPT = 50;

    private final RedirectSwitch redirect = new RedirectSwitch();
    private final AgentCounts counts = new AgentCounts();
    private final List<byte[]> files;
    private final Path stateFile;
    private FuzzReads stock;
    private FuzzReads redirected;
    private int kept;

    private SwitchedFuzzApp(List<byte[]> files, Path stateFile) throws Exception {
        this.files = files;
        this.stateFile = stateFile;
        stock = new FuzzReads(files);
        redirected = new FuzzReads(files);
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        new SwitchedFuzzApp(FuzzApp.files(args[0], args[1]), Path.of(args[2]))
                .run(Long.parseLong(args[3]), Long.parseLong(args[4]), Long.parseLong(args[5]));
    }

    private void run(long first, long stop, long seconds) throws Exception {
        RunState state = new RunState(stateFile);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long seed = state.get("next", first);
        while (seed < stop && System.nanoTime() < end) {
            long answers = redirect.answers();
            long pictures = redirect.pictures();
            long decodes = counts.redirected();
            int different = 0;
            long from = seed;
            for (; seed < Math.min(stop, from + SAVE_EVERY); seed++) {
                different += one(seed) ? 0 : 1;
            }
            state.set("next", seed);
            state.add("seeds", seed - from);
            state.add("cases", redirect.answers() - answers);
            state.add("pictures", redirect.pictures() - pictures);
            state.add("redirected", counts.redirected() - decodes);
            state.add("different", different);
            state.save();
        }
        System.out.println("# seeds " + state.get("seeds", 0) + " cases " + state.get("cases", 0) + " pictures "
                + state.get("pictures", 0) + " redirected " + state.get("redirected", 0) + " different "
                + state.get("different", 0));
    }

    private boolean one(long seed) throws Exception {
        List<String> differences = redirect.differences(Long.toString(seed),
                (findings, on) -> (on ? redirected : stock).run(findings, seed));
        if (differences.isEmpty()) {
            return true;
        }
        differences.forEach(System.out::println);
        if (kept++ < MOST_KEPT) {
            byte[] intact = files.get((int) (seed % files.size()));
            Files.write(stateFile.resolveSibling("seed-" + seed + ".jpg"), Mutation.of(intact, seed));
        }
        // What these two remember is no longer the same.
        stock.dispose();
        redirected.dispose();
        stock = new FuzzReads(files);
        redirected = new FuzzReads(files);
        return false;
    }
}
