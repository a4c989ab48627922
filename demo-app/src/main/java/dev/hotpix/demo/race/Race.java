package dev.hotpix.demo.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs two contestants side by side over the same files: warm-up, comparison of results, timed rounds. */
final class Race {

    private static final double NANOS_PER_MILLI = 1e6;
    // In shorter ones a single interruption or a slow moment of a shared machine decides.
    private static final double SHORTEST_MEASUREMENT = 60 * NANOS_PER_MILLI;
    private static final double SMALL_FILE = 100 * NANOS_PER_MILLI;
    private static final double WARM_UP = 3000 * NANOS_PER_MILLI;
    private static final double LONGEST_WARM_UP = 10 * WARM_UP;
    private static final int WARM_UP_PASSES = 40;
    private static final int MOST_REPEATS = 1000;

    private final Contestant stock;
    private final Contestant rival;
    private final Engine engine;
    private final Progress progress;
    private final List<Lane> lanes = new ArrayList<>();

    Race(Contestant stock, Contestant rival, Engine engine, Progress progress) {
        this.stock = stock;
        this.rival = rival;
        this.engine = engine;
        this.progress = progress;
    }

    List<FileResult> run(List<ImageFile> files, int rounds) throws ChildDiedException {
        for (ImageFile file : files) {
            lanes.add(new Lane(file, stock.load(file), rival.load(file)));
        }
        warmUp(stock);
        warmUp(rival);
        List<FileResult> results = new ArrayList<>();
        for (Lane lane : lanes) {
            progress.step("comparing results: " + lane.file.name());
            results.add(compare(lane));
        }
        for (int round = 1; round <= rounds; round++) {
            String stage = "round " + round + " of " + rounds;
            progress.stage(stage);
            for (int i = 0; i < lanes.size(); i++) {
                progress.step(stage + ": " + lanes.get(i).file.name());
                // Whoever goes first may find a cooler processor or a noisier neighbour: take turns.
                time(lanes.get(i), results.get(i), (round + i) % 2 == 0);
            }
        }
        progress.done();
        return results;
    }

    /**
     * Every file once, then the small ones for a while after the last change of what serves them: compilers have to
     * get ready, and the agent tries each kind of work in the background before it takes it over.
     */
    private void warmUp(Contestant contestant) throws ChildDiedException {
        progress.stage("warming up the " + contestant.label() + " JVM");
        for (Lane lane : lanes) {
            lane.calibrate(contestant);
        }
        double spent = 0;
        double settled = 0;
        int passes = 0;
        List<String> engines = List.of();
        do {
            List<String> now = new ArrayList<>();
            for (Lane lane : lanes) {
                if (lane.nanos(contestant) < SMALL_FILE) {
                    String before = engine.counts(contestant);
                    spent += lane.calibrate(contestant);
                    now.add(engine.since(before, contestant));
                }
            }
            passes++;
            if (!now.equals(engines)) {
                engines = now;
                settled = spent;
                passes = 0;
            }
        } while (!engines.isEmpty() && passes < WARM_UP_PASSES && spent - settled < WARM_UP && spent < LONGEST_WARM_UP);
    }

    private FileResult compare(Lane lane) throws ChildDiedException {
        String before = engine.counts(rival);
        String rivalDigest = rival.digest(lane.rivalIndex);
        String served = engine.since(before, rival);
        return new FileResult(lane.file, stock.digest(lane.stockIndex), rivalDigest, served);
    }

    private void time(Lane lane, FileResult result, boolean stockFirst) throws ChildDiedException {
        if (!lane.works()) {
            return;
        }
        Optional<Timing> early = lane.measure(stockFirst ? stock : rival);
        Optional<Timing> late = lane.measure(stockFirst ? rival : stock);
        if (early.isPresent() && late.isPresent()) {
            result.addRound(stockFirst ? early.get() : late.get(), stockFirst ? late.get() : early.get());
        }
    }

    /** One file, and what both contestants need to know of it. */
    private final class Lane {

        private final ImageFile file;
        private final int stockIndex;
        private final int rivalIndex;
        private double stockNanos;
        private double rivalNanos;

        Lane(ImageFile file, int stockIndex, int rivalIndex) {
            this.file = file;
            this.stockIndex = stockIndex;
            this.rivalIndex = rivalIndex;
        }

        /** Runs once; returns and remembers how long that took, infinitely long if it failed. */
        double calibrate(Contestant contestant) throws ChildDiedException {
            double nanos =
                    contestant.run(index(contestant), 1).map(Timing::wall).orElse(Double.POSITIVE_INFINITY);
            if (contestant == stock) {
                stockNanos = nanos;
            } else {
                rivalNanos = nanos;
            }
            return nanos;
        }

        Optional<Timing> measure(Contestant contestant) throws ChildDiedException {
            double repeats = Math.ceil(SHORTEST_MEASUREMENT / nanos(contestant));
            return contestant.run(index(contestant), (int) Math.max(1, Math.min(MOST_REPEATS, repeats)));
        }

        boolean works() {
            return stockNanos < Double.POSITIVE_INFINITY && rivalNanos < Double.POSITIVE_INFINITY;
        }

        double nanos(Contestant contestant) {
            return contestant == stock ? stockNanos : rivalNanos;
        }

        private int index(Contestant contestant) {
            return contestant == stock ? stockIndex : rivalIndex;
        }
    }
}
