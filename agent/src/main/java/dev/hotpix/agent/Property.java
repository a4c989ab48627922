package dev.hotpix.agent;

import java.util.Locale;

/**
 * Every property that a user can set, in one place. The same name works as a system property
 * ({@code -Dhotpix.report=stderr}), as an agent argument without the prefix ({@code report=stderr}) and as
 * an environment variable ({@code HOTPIX_REPORT}); they win in this order.
 */
enum Property {

    ENABLED("hotpix.enabled", "true", Domain.BOOLEAN,
            "false: Hotpix stays out altogether"),
    REDIRECT("hotpix.redirect", "true", Domain.BOOLEAN,
            "false: everything is measured, nothing is redirected"),
    REDIRECT_JPEG_DECODE("hotpix.redirect.jpeg-decode", "true", Domain.BOOLEAN,
            "false: JPEG files are decoded by the JVM's own decoder"),
    REDIRECT_JPEG_ENCODE("hotpix.redirect.jpeg-encode", "true", Domain.BOOLEAN,
            "false: JPEG files are encoded by the JVM's own encoder"),
    VERIFY("hotpix.verify", "0", Domain.SHARE,
            "share of the redirected operations that the JVM's own code does again, to compare: in the background, but "
                    + "encodes at once"),
    REDIRECT_RESIZE("hotpix.redirect.resize", "true", Domain.BOOLEAN,
            "false: images are scaled, convolved and made gray by the JVM's own code"),
    VECTOR("hotpix.vector", "auto", Domain.VECTOR,
            "off: pixel kernels are plain Java; auto: they use the Vector API where that is faster"),
    VECTOR_BITS("hotpix.vector.bits", "256", Domain.VECTOR_BITS,
            "width of vectors, at most the CPU's own"),
    START("hotpix.start", "async", Domain.START,
            "async: get ready in the background once the application first touches image code; "
                    + "sync: be ready before main"),
    INSTRUMENT_IMAGEIO("hotpix.instrument.imageio", "true", Domain.BOOLEAN,
            "false: `javax.imageio` is neither measured nor redirected"),
    INSTRUMENT_JAVA2D("hotpix.instrument.java2d", "true", Domain.BOOLEAN,
            "false: `Graphics2D` and `java.awt.image` are left alone"),
    INSTRUMENT_TOOLKIT("hotpix.instrument.toolkit", "true", Domain.BOOLEAN,
            "false: `Toolkit`, `ImageIcon` and `getScaledInstance` are left alone"),
    INSTRUMENT_DECODERS("hotpix.instrument.decoders", "true", Domain.BOOLEAN,
            "false: image libraries outside the JDK are left alone"),
    INSTRUMENT_METHODS("hotpix.instrument.methods", "", Domain.METHODS,
            "methods of your own that are measured: see [Other image libraries](#other-image-libraries)"),
    METRICS("hotpix.metrics", "true", Domain.BOOLEAN,
            "false: no meters in the application's own Micrometer registries"),
    METRICS_MODE("hotpix.metrics.mode", "push", Domain.METRICS_MODE,
            "push: each operation is recorded, so that percentiles and buckets are as the application configures them; "
                    + "pull: meters read totals, without percentiles"),
    REPORT("hotpix.report", "", Domain.DESTINATION,
            "where to write the report when the JVM ends: as text, as JSON (`.json`) or as a page with plots (`.html`)"),
    HISTOGRAM_LOG("hotpix.histogram.log", "", Domain.FILE,
            "a log of the distribution of times, interval by interval, for the tools of HdrHistogram; "
                    + "%p is the process"),
    HISTOGRAM_INTERVAL("hotpix.histogram.interval", "10", Domain.SECONDS,
            "the seconds that an interval of that log covers"),
    HISTOGRAM_SIZE("hotpix.histogram.size", "64", Domain.MEGABYTES,
            "the megabytes that its four files, which take turns, may take on disk"),
    PROMETHEUS_PORT("hotpix.prometheus.port", "", Domain.PORT,
            "where Prometheus can scrape the figures, path /metrics; 0: any free port, which the start line tells"),
    PROMETHEUS_HOST("hotpix.prometheus.host", "127.0.0.1", Domain.ADDRESS,
            "the address of that port: of this machine only, unless set; 0.0.0.0: every address"),
    SITES_SKIP("hotpix.sites.skip", "net.coobird.thumbnailator.,org.imgscalr.,com.twelvemonkeys.,javafx.,com.sun.javafx.,ai.djl.",
            Domain.PREFIXES,
            "libraries that are not blamed in the report's hot spots: what their class names begin with"),
    NATIVE_DIR("hotpix.native.dir", "", Domain.DIRECTORY,
            "where the bundled native library is unpacked; default: the temporary directory"),
    NATIVE_PATH("hotpix.native.path", "", Domain.FILE,
            "a native library to load instead of the bundled one");

    static final String PREFIX = "hotpix.";

    /** What a property accepts. */
    enum Domain {
        BOOLEAN("true|false"),
        START("async|sync"),
        METRICS_MODE("push|pull"),
        SHARE("<0..1>"),
        VECTOR("off|auto"),
        VECTOR_BITS("64|128|256|512"),
        DESTINATION("stderr|<file>"),
        SECONDS(1, 86_400),
        MEGABYTES(1, 1_000_000),
        PORT(0, 65_535),
        ADDRESS("<address>"),
        PREFIXES("<prefix>,<prefix>"),
        METHODS("<class>#<method>;<class>#<method>(<types>):<operation>:<format>"),
        DIRECTORY("<directory>"),
        FILE("<file>");

        private final String text;
        private final int least;
        private final int most;

        Domain(String text) {
            this.text = text;
            this.least = 0;
            this.most = 0;
        }

        Domain(int least, int most) {
            this.text = least + " to " + most;
            this.least = least;
            this.most = most;
        }

        String text() {
            return text;
        }

        boolean accept(String value) {
            switch (this) {
                case BOOLEAN:
                case START:
                case VECTOR:
                case VECTOR_BITS:
                case METRICS_MODE:
                    return ("|" + text + "|").contains("|" + value + "|");
                case SECONDS:
                case MEGABYTES:
                case PORT:
                    return isBetween(value);
                case SHARE:
                    return isShare(value);
                default:
                    return true;
            }
        }

        private boolean isBetween(String value) {
            try {
                int number = Integer.parseInt(value);
                return number >= least && number <= most;
            } catch (NumberFormatException none) {
                return false;
            }
        }

        private static boolean isShare(String value) {
            try {
                double share = Double.parseDouble(value);
                return share >= 0 && share <= 1;
            } catch (NumberFormatException noNumber) {
                return false;
            }
        }
    }

    private final String key;
    private final String defaultValue;
    private final Domain domain;
    private final String description;

    Property(String key, String defaultValue, Domain domain, String description) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.domain = domain;
        this.description = description;
    }

    String key() {
        return key;
    }

    String defaultValue() {
        return defaultValue;
    }

    Domain domain() {
        return domain;
    }

    String description() {
        return description;
    }

    /** The name as an agent argument. */
    String argument() {
        return key.substring(PREFIX.length());
    }

    /** The name as an environment variable. */
    String environment() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    static Property ofKey(String key) {
        for (Property property : values()) {
            if (property.key.equals(key)) {
                return property;
            }
        }
        return null;
    }
}
