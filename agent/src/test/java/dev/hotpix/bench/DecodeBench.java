package dev.hotpix.bench;

import dev.hotpix.bench.WorkerJvm.Timing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * CPU time of decoding JPEG photos: stock, Hotpix, and the floor, which is a C loop over the same libjpeg-turbo.
 *
 * <p>Two JVMs stay up for the whole run and read from memory; in each round, for each file, every contestant has
 * one turn, in alternating order. A turn is some decodes, of which the best counts, and a file's figure is the
 * median of its turns; ratios are taken within a turn's round. The headline is the CPU time of the decoding
 * thread, because JDK 17 and 25 tell that of the process in steps of 10 ms. The process's, with garbage
 * collection and compilers, is printed too, as the mean over all decodes. See {@link #USAGE}.
 */
final class DecodeBench {

    private static final String USAGE = String.join("\n",
            "java -cp agent/target/test-classes dev.hotpix.bench.DecodeBench",
            "    [--java HOME_OR_BINARY] [--agent JAR] [--floor BINARY] [--rounds N] [--turn N] FILE_OR_FOLDER...",
            "",
            "Prints CPU milliseconds per decode of JPEG photos: stock ImageIO, Hotpix, and a C loop over the same",
            "libjpeg-turbo, and their ratios; ends with 1 if pixels differ.",
            "  --java    the JVM to measure; default: the one that runs this",
            "  --agent   default: the one beside these classes",
            "  --floor   built by agent/src/main/native/build.sh --bench; without it there is no such column",
            "  --rounds  interleaved rounds that count (9), after two or more that warm up",
            "  --turn    decodes in a row, the best of which counts (2)",
            "Photos: a folder of yours, ../shared/corpus/large where it exists, or those that the demo",
            "application's race command makes. Files that Hotpix leaves to stock do not count in the means.",
            "");

    private static final int WARM_UP_ROUNDS = 2;
    private static final int MOST_WARM_UP_ROUNDS = 8;
    private static final String WAY = "imageio";

    private final WorkerJvm stock;
    private final WorkerJvm hotpix;
    private final Floor floor;
    private final int turn;
    private final List<Lane> lanes = new ArrayList<>();

    private DecodeBench(WorkerJvm stock, WorkerJvm hotpix, Floor floor, int turn) {
        this.stock = stock;
        this.hotpix = hotpix;
        this.floor = floor;
        this.turn = turn;
    }

    /** One file and its times, in milliseconds. */
    private static final class Lane {
        final Photo photo;
        int index;
        String engine = "stock";
        boolean sameAsStock;
        final List<Double> stockThread = new ArrayList<>();
        final List<Double> hotpixThread = new ArrayList<>();
        final List<Double> floorThread = new ArrayList<>();
        final List<Double> speedUp = new ArrayList<>();
        final List<Double> overhead = new ArrayList<>();
        double stockProcess;
        double hotpixProcess;

        Lane(Photo photo) {
            this.photo = photo;
        }

        boolean redirected() {
            return engine.equals("hotpix");
        }
    }

    public static void main(String[] words) throws IOException {
        Arguments arguments = Arguments.parse(words, USAGE, "--java", "--agent", "--floor", "--rounds", "--turn");
        List<Photo> photos = Photo.find(arguments.rest());
        if (photos.isEmpty()) {
            Arguments.stop("no photos", USAGE);
        }
        String java = arguments.last("--java").map(Setting::java).orElseGet(Setting::thisJava);
        String agent = arguments.last("--agent").orElseGet(Setting::builtAgent);
        Setting.print(System.out, DecodeBench.class, words);
        System.out.println("JVM:     " + Setting.version(java));
        boolean same;
        try (WorkerJvm stock = WorkerJvm.stock(java); WorkerJvm hotpix = WorkerJvm.hotpix(java, agent)) {
            Floor floor = new Floor(arguments.last("--floor").orElse(null));
            DecodeBench bench = new DecodeBench(stock, hotpix, floor, arguments.number("--turn", 2));
            bench.load(photos);
            bench.warmUp();
            for (int round = 0; round < arguments.number("--rounds", 9); round++) {
                for (Lane lane : bench.lanes) {
                    bench.race(lane, round % 2 == 1);
                }
            }
            same = bench.report();
        }
        System.exit(same ? 0 : 1);
    }

    private void load(List<Photo> photos) throws IOException {
        for (Photo photo : photos) {
            Lane lane = new Lane(photo);
            lane.index = stock.load(photo.file());
            if (hotpix.load(photo.file()) != lane.index) {
                throw new IllegalStateException("the workers have come apart");
            }
            lanes.add(lane);
        }
    }

    /** Until both JVMs are warm and every file goes where it will go; the first of a kind may wait for a probe. */
    private void warmUp() throws IOException {
        for (int round = 0; round < MOST_WARM_UP_ROUNDS; round++) {
            boolean all = true;
            for (Lane lane : lanes) {
                stock.decode(WAY, lane.index, 1, 1);
                long before = hotpix.redirected();
                hotpix.decode(WAY, lane.index, 1, 1);
                lane.engine = hotpix.redirected() > before ? "hotpix" : "stock: " + hotpix.lastFallback();
                all &= lane.redirected();
            }
            if (round + 1 >= WARM_UP_ROUNDS && (all || !pending())) {
                break;
            }
        }
        for (Lane lane : lanes) {
            lane.sameAsStock = stock.hash(lane.index).equals(hotpix.hash(lane.index));
        }
    }

    private boolean pending() {
        return lanes.stream().anyMatch(lane -> lane.engine.endsWith("probe-pending"));
    }

    private void race(Lane lane, boolean reverse) throws IOException {
        Timing ofStock = reverse ? null : stock.decode(WAY, lane.index, turn, 1);
        double ofFloor = reverse ? floor.best(lane.photo.file(), turn) : Double.NaN;
        Timing ofHotpix = hotpix.decode(WAY, lane.index, turn, 1);
        if (reverse) {
            ofStock = stock.decode(WAY, lane.index, turn, 1);
        } else {
            ofFloor = floor.best(lane.photo.file(), turn);
        }
        lane.stockThread.add(ofStock.bestThread);
        lane.hotpixThread.add(ofHotpix.bestThread);
        lane.floorThread.add(ofFloor);
        lane.speedUp.add(ofStock.bestThread / ofHotpix.bestThread);
        lane.overhead.add(ofHotpix.bestThread / ofFloor);
        lane.stockProcess += ofStock.meanProcess;
        lane.hotpixProcess += ofHotpix.meanProcess;
    }

    /** Returns whether all pixels were the same. */
    private boolean report() {
        System.out.println("thread CPU ms, median of turns (best of " + turn + "); process: CPU ms, mean of all");
        Table table = new Table("file", "kind", "MP", "engine", "pixels", "stock", "hotpix", "floor",
                "stock/hotpix", "hotpix/floor", "process: stock", "hotpix", "stock/hotpix");
        boolean same = true;
        Set<String> kinds = new LinkedHashSet<>();
        for (Lane lane : lanes) {
            same &= lane.sameAsStock;
            kinds.add(lane.photo.kind());
            int rounds = lane.stockThread.size();
            table.row(lane.photo.name(), lane.photo.kind(), Figures.text(lane.photo.megapixels(), 1), lane.engine,
                    lane.sameAsStock ? "same" : "DIFFER", milliseconds(lane.stockThread),
                    milliseconds(lane.hotpixThread), milliseconds(lane.floorThread), ratio(lane.speedUp),
                    ratio(lane.overhead), Figures.text(lane.stockProcess / rounds, 1),
                    Figures.text(lane.hotpixProcess / rounds, 1),
                    Figures.text(lane.stockProcess / lane.hotpixProcess, 2));
        }
        kinds.forEach(kind -> addMean(table, kind));
        table.print(System.out);
        return same;
    }

    private void addMean(Table table, String kind) {
        List<Double> speedUps = new ArrayList<>();
        List<Double> overheads = new ArrayList<>();
        List<Double> processSpeedUps = new ArrayList<>();
        for (Lane lane : lanes) {
            if (lane.redirected() && lane.photo.kind().equals(kind)) {
                speedUps.add(Figures.median(lane.speedUp));
                overheads.add(Figures.median(lane.overhead));
                processSpeedUps.add(lane.stockProcess / lane.hotpixProcess);
            }
        }
        table.row("geometric mean of " + speedUps.size(), kind, "", "hotpix", "", "", "", "",
                Figures.text(Figures.geometricMean(speedUps), 2), Figures.text(Figures.geometricMean(overheads), 3),
                "", "", Figures.text(Figures.geometricMean(processSpeedUps), 2));
    }

    private static String milliseconds(List<Double> turns) {
        return Figures.text(Figures.median(turns), 1);
    }

    private static String ratio(List<Double> turns) {
        return Figures.text(Figures.median(turns), 3);
    }
}
