package dev.hotpix.it;

/** A line of the report's table of operations; times in milliseconds. */
record ReportRow(
        String operation, String format, String engine, long calls, long errors, double totalMillis, double p50Millis, double p90Millis,
        double p99Millis, double maxMillis) {

    private static final int FIRST_NUMBER = 4;

    /** Null if the line is not such a one. */
    static ReportRow parse(String line) {
        String[] cells = line.trim().split(" {2,}");
        if (!cells[0].equals("decode") && !cells[0].equals("encode")) {
            return null;
        }
        // The outcome of a row that is ok is blank.
        int at = Character.isDigit(cells[FIRST_NUMBER].charAt(0)) ? FIRST_NUMBER : FIRST_NUMBER + 1;
        return new ReportRow(cells[0], cells[1], cells[3], Long.parseLong(cells[at]), Long.parseLong(cells[at + 1]),
                Double.parseDouble(cells[at + 2]), millis(cells[at + 3]), millis(cells[at + 4]), millis(cells[at + 5]),
                millis(cells[at + 6]));
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
