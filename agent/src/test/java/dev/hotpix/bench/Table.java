package dev.hotpix.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Aligned columns of text: the first column to the left, the others, which are numbers, to the right. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    Table(String... headers) {
        rows.add(headers);
    }

    Table row(String... cells) {
        if (cells.length != rows.get(0).length) {
            throw new IllegalArgumentException(cells.length + " cells for " + rows.get(0).length + " columns");
        }
        rows.add(cells);
        return this;
    }

    void print(PrintStream out) {
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                String fill = " ".repeat(width(column) - row[column].length());
                line.append(column == 0 ? row[column] + fill : "  " + fill + row[column]);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }
}
