package dev.jackstaff.cli.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.PrintStream;

/** The printer of an export report: each flag that differs, its notes, and the counts. */
record ExportReportPrinter(JsonObject report) {
    void print(PrintStream out) {
        for (JsonObject flag : report.getJsonArray("flags").getValuesAs(JsonObject.class)) {
            if (!flag.getString("fidelity").equals("exact")) {
                out.println(flag.getString("key") + "  "
                        + flag.getString("fidelity").replace('_', ' '));
                flag.getJsonArray("notes")
                        .getValuesAs(JsonString.class)
                        .forEach(note -> out.println("  - " + note.getString()));
            }
        }
        out.println(report.getJsonArray("flags").size() + " flags: " + report.getInt("exact") + " exact, "
                + report.getInt("approximated") + " approximated, " + report.getInt("leftOut") + " left out");
    }
}
