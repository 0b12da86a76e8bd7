package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.terminal.CommandFailedException;
import dev.jackstaff.cli.terminal.PrintableText;
import dev.jackstaff.cli.terminal.Table;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/**
 * The output of a command: either the document that the API answered, alone, or lines for people.
 *
 * @param out for what was asked for
 * @param err for remarks about it
 * @param json whether the document is wanted
 */
record Output(PrintStream out, PrintWriter err, boolean json) {
    /** Prints the answer. */
    void print(ApiResponse answer, Supplier<List<String>> lines) {
        print(answer.jsonText(), lines);
    }

    /** Prints a document that was made of several answers. */
    void print(JsonObject document, Supplier<List<String>> lines) {
        print(document.toString(), lines);
    }

    private void print(String document, Supplier<List<String>> lines) {
        if (!json) {
            understood(lines).forEach(out::println);
        } else if (!document.isEmpty()) {
            out.println(document);
        }
        out.flush();
    }

    /** What is made of an answer, unless it is not what this API answers. */
    static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ClassCastException | NullPointerException e) {
            throw new CommandFailedException(
                    "The answer is not one of this API. Is it the address of a hub, and is the hub as new as this command?",
                    e);
        }
    }

    /** Prints the answer; for people, this sentence about it. */
    void printSentence(ApiResponse answer, String sentence) {
        print(answer, () -> List.of(PrintableText.of(sentence)));
    }

    /** Prints a list of objects; for people, the columns of a table. */
    void printTable(ApiResponse answer, String things, List<Column> columns) {
        print(answer, () -> table(answer.jsonObjects(), things, columns));
    }

    /** Prints a page of objects likewise, and for people, whether there are more. */
    void printPage(JsonObject page, String things, List<Column> columns) {
        print(page, () -> table(page.getJsonArray("items").getValuesAs(JsonObject.class), things, columns));
        if (!json && !page.isNull("next")) {
            remark("There may be more. See them with --all, or with a higher --limit.");
        }
    }

    /** The lines of a table; a remark if it would be empty. */
    List<String> table(List<JsonObject> objects, String things, List<Column> columns) {
        if (objects.isEmpty()) {
            remark("There are no " + things + ".");
            return List.of();
        }
        Table table = new Table(columns.stream().map(Column::title).toArray(String[]::new));
        objects.forEach(object ->
                table.add(columns.stream().map(column -> column.of(object)).toArray(String[]::new)));
        return table.lines();
    }

    /** Says something to people that is no part of the answer. */
    void remark(String sentence) {
        err.println(sentence);
        err.flush();
    }
}
