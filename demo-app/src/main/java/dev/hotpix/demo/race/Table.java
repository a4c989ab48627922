package dev.hotpix.demo.race;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns of text. */
final class Table {

    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();
    private final boolean[] right;

    /** @param headers a leading {@code >} aligns the column to the right, as numbers want */
    Table(String... headers) {
        right = new boolean[headers.length];
        String[] first = new String[headers.length];
        for (int i = 0; i < headers.length; i++) {
            right[i] = headers[i].startsWith(">");
            first[i] = right[i] ? headers[i].substring(1) : headers[i];
        }
        rows.add(first);
    }

    void row(String... cells) {
        if (cells.length != right.length) {
            throw new IllegalArgumentException(cells.length + " cells for " + right.length + " columns");
        }
        rows.add(cells);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                String fill = " ".repeat(width(column) - row[column].length());
                line.append(column == 0 ? "" : GAP)
                        .append(right[column] ? fill + row[column] : row[column] + fill);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }
}
