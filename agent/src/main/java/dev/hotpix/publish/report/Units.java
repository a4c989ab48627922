package dev.hotpix.publish.report;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
final class Units {
    static final String NOTHING = "-";

    private Units() {
    }

    static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** For programs: no more digits than are needed. */
    static String plain(double value) {
        String text = decimal(value, 3);
        return text.indexOf('.') < 0 ? text : text.replaceAll("\\.?0+$", "");
    }

    /** With a space between thousands, which stands for the same in all languages. */
    static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u2009');
    }

    static String millis(long nanos) {
        return decimal(nanos / 1e6, 1);
    }

    static String seconds(long millis) {
        return decimal(millis / 1e3, 1) + " s";
    }

    /** Million pixels, or bytes, per second of time spent in the operations. */
    static String millionsPerSecond(long count, long nanos) {
        return count == 0 || nanos == 0 ? NOTHING : decimal(count * 1e3 / nanos, 1);
    }

    static String percent(long part, long whole, int digits) {
        return whole == 0 ? NOTHING : decimal(100.0 * part / whole, digits) + "%";
    }

    /** Nanoseconds in the unit that leaves one to three digits before the point: us, ms or s. */
    static String time(long nanos) {
        if (nanos < 999_500) {
            return threeDigits(nanos / 1e3) + " us";
        }
        if (nanos < 999_500_000) {
            return threeDigits(nanos / 1e6) + " ms";
        }
        return threeDigits(nanos / 1e9) + " s";
    }

    /** A percentile, which is 0 where too few operations were seen. */
    static String percentile(long nanos) {
        return nanos == 0 ? NOTHING : time(nanos);
    }

    /** As many decimals as three significant digits need: more the histograms do not know. */
    private static String threeDigits(double value) {
        if (value < 9.995) {
            return decimal(value, 2);
        }
        return decimal(value, value < 99.95 ? 1 : 0);
    }
}
