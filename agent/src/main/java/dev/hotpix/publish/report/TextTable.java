package dev.hotpix.publish.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of plain text in aligned columns: words to the left, numbers to the right. */
final class TextTable {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final int firstNumber;
    private final int firstWordAgain;
    private final List<String[]> rows = new ArrayList<>();

    /** A table of which the first {@code leftAligned} columns are words. */
    TextTable(int leftAligned) {
        this(leftAligned, Integer.MAX_VALUE);
    }

    /** A table of which only the columns from {@code firstNumber} to before {@code firstWordAgain} are numbers. */
    TextTable(int firstNumber, int firstWordAgain) {
        this.firstNumber = firstNumber;
        this.firstWordAgain = firstWordAgain;
    }

    /** Adds a row; all rows have the same number of cells. */
    void row(String... cells) {
        rows.add(cells);
    }

    void appendTo(StringBuilder out) {
        int[] widths = widths();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(INDENT);
            for (int column = 0; column < row.length; column++) {
                line.append(column == 0 ? "" : GAP);
                pad(line, row[column], widths[column], column < firstNumber || column >= firstWordAgain);
            }
            // A terminal may wrap, and a diff may complain about, blanks that nobody sees.
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private int[] widths() {
        int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).length];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        return widths;
    }

    private static void pad(StringBuilder line, String cell, int width, boolean left) {
        String blanks = " ".repeat(width - cell.length());
        line.append(left ? cell : blanks).append(left ? blanks : cell);
    }
}
