package dev.hotpix.publish;

import dev.hotpix.measure.Operation;
import java.util.List;

/**
 * Every meter that Hotpix shows, in one place: by these names and tags they appear in the application's own Micrometer
 * registries and, in Prometheus' spelling, at the scrape endpoint.
 */
public enum Meters {

    DECODE("image.decode", Kind.TIMER, null, "Time to read an image from a file format", Tags.OPERATION),
    ENCODE("image.encode", Kind.TIMER, null, "Time to write an image to a file format", Tags.OPERATION),
    RESIZE("image.resize", Kind.TIMER, null, "Time to scale an image", Tags.OPERATION),
    CONVERT("image.convert", Kind.TIMER, null, "Time to convert an image to another layout or colour space",
            Tags.OPERATION),
    DECODE_PIXELS("image.decode.pixels", Kind.SUMMARY, "pixels", "Pixels of the images read", Tags.OPERATION),
    DECODE_BYTES("image.decode.bytes", Kind.SUMMARY, "bytes", "Bytes of the image files read", Tags.OPERATION),
    FALLBACK("image.fallback", Kind.COUNTER, null, "Operations left to stock code", Tags.FALLBACK),
    VERIFY("image.verify", Kind.COUNTER, null, "Redirected operations that stock code did again to compare",
            Tags.VERIFY),
    ENGINE_INFO("image.engine.info", Kind.GAUGE, null, "1 for the engine that does the work of a redirect now",
            Tags.ENGINE_INFO);

    /** What a meter counts. */
    public enum Kind {
        /** Number, total and distribution of times. */
        TIMER,
        /** Number, total and distribution of amounts. */
        SUMMARY,
        /** A number that only grows. */
        COUNTER,
        /** A number of now. */
        GAUGE
    }

    /** The keys of the tags. Values are the labels of the enumerations in {@code measure}. */
    private static final class Tags {
        static final List<String> OPERATION = List.of("format", "api", "engine", "outcome");
        static final List<String> FALLBACK = List.of("reason", "redirect");
        static final List<String> VERIFY = List.of("redirect", "result");
        static final List<String> ENGINE_INFO = List.of("redirect", "engine");
    }

    private final String meterName;
    private final Kind kind;
    private final String baseUnit;
    private final String description;
    private final List<String> tags;

    Meters(String meterName, Kind kind, String baseUnit, String description, List<String> tags) {
        this.meterName = meterName;
        this.kind = kind;
        this.baseUnit = baseUnit;
        this.description = description;
        this.tags = tags;
    }

    /** The timer of a kind of operation. */
    public static Meters timerOf(Operation kind) {
        switch (kind) {
            case DECODE:
                return DECODE;
            case ENCODE:
                return ENCODE;
            case RESIZE:
                return RESIZE;
            default:
                return CONVERT;
        }
    }

    /** The name, with dots. */
    public String meterName() {
        return meterName;
    }

    public Kind kind() {
        return kind;
    }

    /** The unit of a summary, or null; times are in seconds where Prometheus is read. */
    public String baseUnit() {
        return baseUnit;
    }

    /** One line of help. */
    public String description() {
        return description;
    }

    /** The keys of the tags, in the order in which they are shown. */
    public List<String> tags() {
        return tags;
    }
}
