package dev.hotpix.demo.race;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What both contestants made of one file. */
final class FileResult {

    private static final Pattern SIZE = Pattern.compile("image \\S+ (\\d+)x(\\d+) .*");

    private final ImageFile file;
    private final String stockDigest;
    private final String rivalDigest;
    private final String engine;
    private final List<Timing> stock = new ArrayList<>();
    private final List<Timing> rival = new ArrayList<>();

    FileResult(ImageFile file, String stockDigest, String rivalDigest, String engine) {
        this.file = file;
        this.stockDigest = stockDigest;
        this.rivalDigest = rivalDigest;
        this.engine = engine;
    }

    void addRound(Timing stockTiming, Timing rivalTiming) {
        stock.add(stockTiming);
        rival.add(rivalTiming);
    }

    ImageFile file() {
        return file;
    }

    String stockDigest() {
        return stockDigest;
    }

    String rivalDigest() {
        return rivalDigest;
    }

    String engine() {
        return engine;
    }

    boolean identical() {
        return stockDigest.equals(rivalDigest);
    }

    /** False for files on which a decoder gave up: those are compared only. */
    boolean timed() {
        return !stock.isEmpty();
    }

    double stockMillis() {
        return median(stock, Timing::cpu) / 1e6;
    }

    double rivalMillis() {
        return median(rival, Timing::cpu) / 1e6;
    }

    double cpuRatio() {
        return median(stock, Timing::cpu) / median(rival, Timing::cpu);
    }

    double wallRatio() {
        return median(stock, Timing::wall) / median(rival, Timing::wall);
    }

    /** From the decoded picture, else from the header, else 0. */
    double megapixels() {
        Matcher size = SIZE.matcher(stockDigest);
        return size.matches()
                ? Double.parseDouble(size.group(1)) * Double.parseDouble(size.group(2)) / 1e6
                : file.jpeg().map(jpeg -> (double) jpeg.width() * jpeg.height() / 1e6).orElse(0.0);
    }

    private static double median(List<Timing> timings, ToDoubleFunction<Timing> clock) {
        return Statistics.median(
                timings.stream().map(clock::applyAsDouble).collect(Collectors.toList()));
    }
}
