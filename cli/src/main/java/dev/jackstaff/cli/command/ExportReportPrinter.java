package dev.jackstaff.cli.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.PrintStream;

/** The report of an export: each flag that differs, what is different below it, and how many there are of each kind. */
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
