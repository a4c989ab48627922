package dev.hotpix.demo.race;

import dev.hotpix.demo.workload.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The table of files and the averages below it. */
final class RaceReport {

    private final Job job;
    private final String stockLabel;
    private final String rivalLabel;
    private final List<FileResult> results;

    RaceReport(Job job, String stockLabel, String rivalLabel, List<FileResult> results) {
        this.job = job;
        this.stockLabel = stockLabel;
        this.rivalLabel = rivalLabel;
        this.results = results;
    }

    boolean allIdentical() {
        return results.stream().allMatch(FileResult::identical);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(table().lines());
        lines.add("");
        lines.add("Times are CPU milliseconds of the working thread per " + job + ", medians over the rounds;");
        lines.add("ratio: how many times faster " + rivalLabel + " is than " + stockLabel + ".");
        if (results.stream().anyMatch(result -> result.engine().equals(Engine.UNKNOWN))) {
            lines.add("engine " + Engine.UNKNOWN + ": no agent answered over JMX.");
        }
        lines.add("");
        addMean(lines, "all files", result -> true, FileResult::cpuRatio);
        addMean(lines, "baseline JPEG", RaceReport::baseline, FileResult::cpuRatio);
        addMean(lines, "progressive JPEG", RaceReport::progressive, FileResult::cpuRatio);
        addMean(lines, "all files, wall clock", result -> true, FileResult::wallRatio);
        lines.add(verdict());
        addDifferences(lines);
        return lines;
    }

    private Table table() {
        Table table = new Table("file", ">MP", "kind", ">" + stockLabel + " ms", ">" + rivalLabel + " ms",
                ">ratio", "engine", "result");
        for (FileResult result : results) {
            table.row(
                    result.file().name(),
                    number("%.2f", result.megapixels()),
                    result.file().kind(),
                    result.timed() ? number("%.2f", result.stockMillis()) : "-",
                    result.timed() ? number("%.2f", result.rivalMillis()) : "-",
                    result.timed() ? number("%.2f", result.cpuRatio()) : "-",
                    result.engine(),
                    outcome(result));
        }
        return table;
    }

    private static String outcome(FileResult result) {
        if (!result.identical()) {
            return "DIFFERENT";
        }
        if (result.stockDigest().equals("none")) {
            return "identical (no reader)";
        }
        return result.stockDigest().startsWith("exception") ? "identical (exception)" : "identical";
    }

    private void addMean(
            List<String> lines, String what, Predicate<FileResult> which, ToDoubleFunction<FileResult> ratio) {
        double[] ratios =
                results.stream().filter(FileResult::timed).filter(which).mapToDouble(ratio).toArray();
        OptionalDouble mean = Statistics.geometricMean(ratios);
        if (mean.isPresent()) {
            lines.add(String.format(Locale.ROOT, "geometric mean  %.2fx  %s (%d)",
                    mean.getAsDouble(), what, ratios.length));
        }
    }

    private String verdict() {
        long identical = results.stream().filter(FileResult::identical).count();
        return String.format(Locale.ROOT, "%-16s%d of %d files identical",
                job == Job.DECODE ? "pixels" : "bytes", identical, results.size());
    }

    private void addDifferences(List<String> lines) {
        for (FileResult result : results) {
            if (!result.identical()) {
                lines.add("DIFFERENT: " + result.file().name());
                lines.add("  " + stockLabel + ": " + result.stockDigest());
                lines.add("  " + rivalLabel + ": " + result.rivalDigest());
            }
        }
    }

    private static boolean baseline(FileResult result) {
        return result.file().jpeg().map(JpegKind::baseline).orElse(false);
    }

    private static boolean progressive(FileResult result) {
        return result.file().jpeg().map(JpegKind::progressive).orElse(false);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
