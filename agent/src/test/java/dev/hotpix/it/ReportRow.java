package dev.hotpix.it;

import java.util.Set;

/** A line of the report's table of operations; times in milliseconds. */
record ReportRow(
        String operation, String format, String engine, long calls, long errors, double totalMillis, double p50Millis,
        double p90Millis, double p99Millis, double maxMillis) {

    private static final Set<String> KINDS = Set.of("decode", "encode", "resize", "convert");
    private static final int FIRST_NUMBER = 4;

    /** Null if the line is not such a one. */
    static ReportRow parse(String line) {
        String[] cells = line.trim().split(" {2,}");
        if (!KINDS.contains(cells[0]) || cells.length <= FIRST_NUMBER) {
            return null;
        }
        // The outcome of a row that is ok is blank.
        boolean ok = Character.isDigit(cells[FIRST_NUMBER].charAt(0));
        int at = ok ? FIRST_NUMBER : FIRST_NUMBER + 1;
        long calls = Long.parseLong(cells[at]);
        // Self time has a column only where kinds nest. Unlike the percentiles it is without a unit.
        int times = cells[at + 2].indexOf(' ') < 0 ? at + 3 : at + 2;
        long errors = !ok && cells[FIRST_NUMBER].equals("error") ? calls : 0;
        return new ReportRow(cells[0], cells[1], cells[3], calls, errors,
                Double.parseDouble(cells[at + 1]), millis(cells[times]), millis(cells[times + 1]),
                millis(cells[times + 2]), millis(cells[times + 3]));
    }

    private static double millis(String time) {
        String[] parts = time.split(" ");
        double unit = parts[1].equals("us") ? 1e-3 : parts[1].equals("ms") ? 1 : 1e3;
        return Double.parseDouble(parts[0]) * unit;
    }

    /** Percentiles grow, and the total is possible with them. */
    boolean isOrdered() {
        // A percentile is the upper edge of its step of the histogram, up to a thousandth above the exact maximum.
        return p50Millis > 0 && p50Millis <= p90Millis && p90Millis <= p99Millis && p99Millis <= maxMillis * 1.011
                && totalMillis <= calls * maxMillis * 1.01 + 0.1;
    }
}
