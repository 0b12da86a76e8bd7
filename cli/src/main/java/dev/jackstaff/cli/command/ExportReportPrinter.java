package dev.jackstaff.cli.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.PrintStream;
import java.util.List;

/** The printer of an export report: each flag that differs with its notes, the reasons, and the counts. */
record ExportReportPrinter(JsonObject report) {
    void print(PrintStream out) {
        ReportReasons reasons = new ReportReasons();
        for (JsonObject flag : report.getJsonArray("flags").getValuesAs(JsonObject.class)) {
            if (!flag.getString("fidelity").equals("exact")) {
                out.println(flag.getString("key") + "  "
                        + flag.getString("fidelity").replace('_', ' '));
                List<String> notes = flag.getJsonArray("notes").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
                notes.forEach(note -> out.println("  - " + note));
                reasons.add(notes);
            }
        }
        reasons.print(out);
        out.println(report.getJsonArray("flags").size() + " flags: " + report.getInt("exact") + " exact, "
                + report.getInt("approximated") + " approximated, " + report.getInt("leftOut") + " left out");
    }
}
