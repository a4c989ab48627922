package dev.hotpix.bench;

import dev.hotpix.bench.WorkerJvm.Timing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * CPU time of encoding photos as JPEG: stock, Hotpix, and the floor, which is a C loop over the same libjpeg-turbo.
 * As {@link DecodeBench}: two JVMs stay up, contestants take turns, ratios are taken within a round.
 */
final class EncodeBench {

    private static final String USAGE = String.join("\n",
            "java -cp agent/target/test-classes dev.hotpix.bench.EncodeBench",
            "    [--java HOME_OR_BINARY] [--agent JAR] [--floor BINARY] [--rounds N] [--turn N] FILE_OR_FOLDER...",
            "",
            "Prints CPU milliseconds per encode of photos, to memory, with chroma at half the width and height: stock",
            "ImageIO, Hotpix, and a C loop over the same libjpeg-turbo, and their ratios; ends with 1 if bytes differ.",
            "  --java    the JVM to measure; default: the one that runs this",
            "  --agent   default: the one beside these classes",
            "  --floor   built by agent/src/main/native/build.sh --bench; without it there is no such column",
            "  --rounds  interleaved rounds that count (9), after two that warm up",
            "  --turn    encodes in a row, the best of which counts (2)",
            "");

    private static final int WARM_UP_ROUNDS = 2;

    /** As {@code ImageIO.write} does, whose tables are those of libjpeg's 75, and at 85. */
    private static final float[] QUALITIES = {-1, 0.85f};
    private static final int[] FLOOR_QUALITIES = {75, 85};

    private final WorkerJvm stock;
    private final WorkerJvm hotpix;
    private final Floor floor;
    private final int turn;

    private EncodeBench(WorkerJvm stock, WorkerJvm hotpix, Floor floor, int turn) {
        this.stock = stock;
        this.hotpix = hotpix;
        this.floor = floor;
        this.turn = turn;
    }

    public static void main(String[] words) throws IOException {
        Arguments arguments = Arguments.parse(words, USAGE, "--java", "--agent", "--floor", "--rounds", "--turn");
        List<Photo> photos = Photo.find(arguments.rest());
        if (photos.isEmpty()) {
            Arguments.stop("no photos", USAGE);
        }
        String java = arguments.last("--java").map(Setting::java).orElseGet(Setting::thisJava);
        String agent = arguments.last("--agent").orElseGet(Setting::builtAgent);
        Setting.print(System.out, EncodeBench.class, words);
        System.out.println("JVM:     " + Setting.version(java));
        boolean same;
        try (WorkerJvm stock = WorkerJvm.stock(java); WorkerJvm hotpix = WorkerJvm.hotpix(java, agent)) {
            Floor floor = new Floor(arguments.last("--floor").orElse(null));
            EncodeBench bench = new EncodeBench(stock, hotpix, floor, arguments.number("--turn", 2));
            same = bench.run(photos, arguments.number("--rounds", 9));
        }
        System.exit(same ? 0 : 1);
    }

    private boolean run(List<Photo> photos, int rounds) throws IOException {
        Table table = new Table("file", "quality", "MP", "engine", "bytes", "stock", "hotpix", "floor", "stock/hotpix",
                "hotpix/floor", "process: stock/hotpix");
        boolean same = true;
        List<Double> speedUps = new ArrayList<>();
        List<Double> overheads = new ArrayList<>();
        for (Photo photo : photos) {
            int index = stock.load(photo.file());
            if (hotpix.load(photo.file()) != index) {
                throw new IllegalStateException("the workers have come apart");
            }
            for (int i = 0; i < QUALITIES.length; i++) {
                Race race = new Race(photo, index, QUALITIES[i], FLOOR_QUALITIES[i]);
                race.run(rounds);
                race.addTo(table);
                same &= race.same;
                speedUps.add(Figures.median(race.speedUps));
                overheads.add(Figures.median(race.overheads));
            }
        }
        table.row("geometric mean", "", "", "", "", "", "", "", Figures.text(Figures.geometricMean(speedUps), 2),
                Figures.text(Figures.geometricMean(overheads), 3), "");
        System.out.println("thread CPU ms, median of turns (best of " + turn + "); process: CPU time, mean of all");
        table.print(System.out);
        return same;
    }

    /** One photo at one quality. */
    private final class Race {
        private final Photo photo;
        private final int index;
        private final float quality;
        private final int floorQuality;
        private final List<Double> stocks = new ArrayList<>();
        private final List<Double> hotpixes = new ArrayList<>();
        private final List<Double> floors = new ArrayList<>();
        private final List<Double> speedUps = new ArrayList<>();
        private final List<Double> overheads = new ArrayList<>();
        private double stockProcess;
        private double hotpixProcess;
        private boolean redirected;
        private boolean same;

        Race(Photo photo, int index, float quality, int floorQuality) {
            this.photo = photo;
            this.index = index;
            this.quality = quality;
            this.floorQuality = floorQuality;
        }

        void run(int rounds) throws IOException {
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                stock.encode(quality, index, 1, 1);
                hotpix.encode(quality, index, 1, 1);
            }
            same = stock.encodedHash(quality, index).equals(hotpix.encodedHash(quality, index));
            long before = hotpix.redirectedEncodes();
            for (int round = 0; round < rounds; round++) {
                race(round % 2 == 1);
            }
            redirected = hotpix.redirectedEncodes() - before == (long) rounds * turn;
        }

        private void race(boolean reverse) throws IOException {
            Timing ofStock = reverse ? null : stock.encode(quality, index, turn, 1);
            double ofFloor = reverse ? floor.bestEncode(photo.file(), floorQuality, turn) : Double.NaN;
            Timing ofHotpix = hotpix.encode(quality, index, turn, 1);
            if (reverse) {
                ofStock = stock.encode(quality, index, turn, 1);
            } else {
                ofFloor = floor.bestEncode(photo.file(), floorQuality, turn);
            }
            stocks.add(ofStock.bestThread);
            hotpixes.add(ofHotpix.bestThread);
            floors.add(ofFloor);
            speedUps.add(ofStock.bestThread / ofHotpix.bestThread);
            overheads.add(ofHotpix.bestThread / ofFloor);
            stockProcess += ofStock.meanProcess;
            hotpixProcess += ofHotpix.meanProcess;
        }

        void addTo(Table table) {
            table.row(photo.name(), quality < 0 ? "default" : String.valueOf(quality),
                    Figures.text(photo.megapixels(), 1), redirected ? "hotpix" : "stock", same ? "same" : "DIFFER",
                    Figures.text(Figures.median(stocks), 1), Figures.text(Figures.median(hotpixes), 1),
                    Figures.text(Figures.median(floors), 1), Figures.text(Figures.median(speedUps), 2),
                    Figures.text(Figures.median(overheads), 3), Figures.text(stockProcess / hotpixProcess, 2));
        }
    }
}
