package dev.jackstaff.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for people: each column is as wide as its widest cell. Not thread-safe. */
public final class Table {
    private static final int WIDEST_CELL = 60;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... titles) {
        rows.add(List.of(titles));
    }

    /** Adds a row. Cells that are too long are cut, but for the last. */
    public Table add(String... cells) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            boolean last = i == cells.length - 1;
            row.add(last ? PrintableText.of(cells[i]) : PrintableText.of(cells[i], WIDEST_CELL));
        }
        rows.add(row);
        return this;
    }

    /** Whether it has no rows below its titles. */
    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** Its lines, the first with the titles. */
    public List<String> lines() {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], width(row.get(i)))));
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i))
                    .append(" ".repeat(widths[i] - width(row.get(i))))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
