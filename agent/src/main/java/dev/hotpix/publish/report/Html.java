package dev.hotpix.publish.report;

/**
 * Builds a page that is HTML and well-formed XML at once. What is text is escaped: no name of a class can be markup,
 * and a letter that is invisible, or that turns others around, shows as in source code.
 */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Adds markup as it is. */
    Html markup(String markup) {
        out.append(markup);
        return this;
    }

    /** Adds text. */
    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** Adds an element with nothing but text in it. */
    Html element(String name, String text) {
        return markup("<" + name + ">").text(text).markup("</" + name + ">");
    }

    /** Adds an element of a class with nothing but text in it. */
    Html element(String name, String cssClass, String text) {
        return markup("<" + name + " class=\"" + cssClass + "\">").text(text).markup("</" + name + ">");
    }

    /** Begins a section with a heading. */
    Html section(String heading) {
        return markup("<section>\n").element("h2", heading).markup("\n");
    }

    Html endSection() {
        return markup("</section>\n");
    }

    /** For the inside of elements and of attribute values in double quotes. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int c) {
        switch (c) {
            case '&':
                escaped.append("&amp;");
                break;
            case '<':
                escaped.append("&lt;");
                break;
            case '>':
                escaped.append("&gt;");
                break;
            case '"':
                escaped.append("&quot;");
                break;
            case '\'':
                escaped.append("&#39;");
                break;
            default:
                if (isVisible(c)) {
                    escaped.appendCodePoint(c);
                } else {
                    escaped.append(String.format("\\u%04x", c));
                }
        }
    }

    private static boolean isVisible(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.SURROGATE:
            case Character.PRIVATE_USE:
            case Character.UNASSIGNED:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
                return false;
            default:
                return true;
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
