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
    START("hotpix.start", "async", Domain.START,
            "async: get ready in the background once the application first touches image code; "
                    + "sync: be ready before main"),
    INSTRUMENT_IMAGEIO("hotpix.instrument.imageio", "true", Domain.BOOLEAN,
            "false: `javax.imageio` is neither measured nor redirected"),
    INSTRUMENT_JAVA2D("hotpix.instrument.java2d", "true", Domain.BOOLEAN,
            "false: `Graphics2D` and `java.awt.image` are left alone"),
    INSTRUMENT_TOOLKIT("hotpix.instrument.toolkit", "true", Domain.BOOLEAN,
            "false: `Toolkit`, `ImageIcon` and `getScaledInstance` are left alone"),
    REPORT("hotpix.report", "", Domain.DESTINATION,
            "where to write the report when the JVM ends: as text, as JSON (`.json`) or as a page with plots (`.html`)"),
    SITES_SKIP("hotpix.sites.skip", "net.coobird.thumbnailator.,org.imgscalr.,com.twelvemonkeys.", Domain.PREFIXES,
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
        DESTINATION("stderr|<file>"),
        PREFIXES("<prefix>,<prefix>"),
        DIRECTORY("<directory>"),
        FILE("<file>");

        private final String text;

        Domain(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        boolean accept(String value) {
            switch (this) {
                case BOOLEAN:
                case START:
                    return ("|" + text + "|").contains("|" + value + "|");
                default:
                    return true;
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
