package dev.hotpix.kernels;

/** A source row, filtered horizontally: a value per destination column and colour. */
final class FilteredRow {

    final int[] red;
    final int[] green;
    final int[] blue;
    /** The source row that it is of; -1 before the first. */
    int row = -1;

    /** For a destination of {@code width} columns. */
    FilteredRow(int width) {
        red = new int[width];
        green = new int[width];
        blue = new int[width];
    }
}
