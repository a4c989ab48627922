package dev.hotpix.publish.report;

/** A table of a page, the columns of which a click sorts. Without scripts it stays as it was made. */
final class HtmlTable {
    private final Html out;

    /** Begins a table with the columns of {@code heads}; those that begin with {@code #} are numbers, null is none. */
    HtmlTable(Html out, String... heads) {
        this.out = out;
        out.markup("<div class=\"wide\"><table>\n<thead><tr>");
        for (String head : heads) {
            if (head == null) {
                continue;
            }
            boolean number = head.startsWith("#");
            out.markup(number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .text(number ? head.substring(1) : head).markup("</th>");
        }
        out.markup("</tr></thead>\n<tbody>\n");
    }

    HtmlTable row() {
        out.markup("<tr>");
        return this;
    }

    HtmlTable endRow() {
        out.markup("</tr>\n");
        return this;
    }

    HtmlTable cell(String text) {
        out.markup("<td>").text(text).markup("</td>");
        return this;
    }

    /** A line of the application. */
    HtmlTable site(String label) {
        out.markup("<td class=\"site\">").text(label).markup("</td>");
        return this;
    }

    /** A sentence. */
    HtmlTable prose(String text) {
        out.markup("<td class=\"prose\">").text(text).markup("</td>");
        return this;
    }

    /** A number as people read it, and as it is sorted by. */
    HtmlTable number(String shown, double value) {
        out.markup("<td class=\"n\" data-v=\"" + Units.plain(value) + "\">").text(shown).markup("</td>");
        return this;
    }

    HtmlTable number(long value) {
        return number(Units.grouped(value), value);
    }

    HtmlTable millis(long nanos) {
        return number(Units.millis(nanos), nanos);
    }

    HtmlTable millisIf(boolean wanted, long nanos) {
        return wanted ? millis(nanos) : this;
    }

    HtmlTable time(long nanos) {
        return number(Units.percentile(nanos).replace(" us", " \u00b5s"), nanos);
    }

    HtmlTable perSecond(long count, long nanos) {
        return number(Units.millionsPerSecond(count, nanos), nanos == 0 ? 0 : (double) count / nanos);
    }

    HtmlTable perSecondIf(boolean wanted, long count, long nanos) {
        return wanted ? perSecond(count, nanos) : this;
    }

    /** A part of a whole, as a bar and in percent. */
    HtmlTable share(long part, long whole) {
        double percent = whole == 0 ? 0 : Math.min(100, 100.0 * part / whole);
        String width = Units.plain(percent);
        out.markup("<td class=\"n share\" data-v=\"" + width + "\"><span class=\"bar\"><span style=\"width:" + width
                + "%\"></span></span>").text(Units.percent(part, whole, 1)).markup("</td>");
        return this;
    }

    /** A column of colours: see {@link Plot}. */
    HtmlTable swatch(int colour) {
        String key = colour == Plot.NO_COLOUR ? "" : "<i class=\"key c" + colour + "\"></i>";
        out.markup("<td>").markup(key).markup("</td>");
        return this;
    }

    void end() {
        out.markup("</tbody>\n</table></div>\n");
    }
}
