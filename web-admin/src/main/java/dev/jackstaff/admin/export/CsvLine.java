package dev.jackstaff.admin.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a file for spreadsheets, as RFC 4180 has it. What a spreadsheet would carry out as a formula is made a text
 * with an apostrophe: people write names and descriptions, and others open the file.
 */
final class CsvLine {
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvLine() {}

    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
