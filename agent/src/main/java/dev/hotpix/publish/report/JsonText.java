package dev.hotpix.publish.report;

import java.util.Locale;

/**
 * Writes one JSON value, with a line for each member down to a depth where lines get short. Plain ASCII, so that it
 * survives whatever encoding a reader takes it for; a name or a text may hold any characters, also half a pair.
 */
public final class JsonText {
    private static final int DEEPEST_LINES = 2;

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean first = true;

    /** Begins an object: the whole value, or an element of an array. */
    public JsonText object() {
        separate();
        return open('{');
    }

    /** Begins an object that is a member. */
    public JsonText object(String name) {
        name(name);
        return open('{');
    }

    /** Ends the innermost object. */
    public JsonText endObject() {
        return close('}');
    }

    /** Begins an array that is a member. */
    public JsonText array(String name) {
        name(name);
        return open('[');
    }

    /** Ends the innermost array. */
    public JsonText endArray() {
        return close(']');
    }

    /** Adds a text, or {@code null}, to an object. */
    public JsonText member(String name, String value) {
        name(name);
        if (value == null) {
            out.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    /** Adds a whole number to an object. */
    public JsonText member(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    /**
     * Adds a number with two decimals to an object.
     *
     * @param value finite
     */
    public JsonText member(String name, double value) {
        name(name);
        out.append(String.format(Locale.ROOT, "%.2f", value));
        return this;
    }

    /** Adds a truth value to an object. */
    public JsonText member(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /** Adds a text to an array. */
    public JsonText element(String value) {
        separate();
        quote(value);
        return this;
    }

    private JsonText open(char bracket) {
        out.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonText close(char bracket) {
        depth--;
        if (!first && depth < DEEPEST_LINES) {
            line();
        }
        out.append(bracket);
        first = false;
        return this;
    }

    private void name(String name) {
        separate();
        quote(name);
        out.append(": ");
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        if (depth > 0 && depth <= DEEPEST_LINES) {
            line();
        } else if (!first) {
            out.append(' ');
        }
        first = false;
    }

    private void line() {
        out.append('\n').append("  ".repeat(depth));
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 127) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        out.append('"');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
