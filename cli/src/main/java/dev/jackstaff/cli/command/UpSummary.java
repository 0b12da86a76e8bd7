package dev.jackstaff.cli.command;

import dev.jackstaff.cli.quickstart.DemoProject;
import dev.jackstaff.cli.quickstart.Quickstart;
import java.io.PrintStream;

/** The summary after up: addresses, login and a sample request. */
record UpSummary(PrintStream out) {
    void print(Quickstart quickstart, boolean wasRunning, boolean detached) {
        out.println();
        out.println(wasRunning ? "Jackstaff is already running." : "Jackstaff is up.");
        out.println();
        out.println("  Admin   " + quickstart.adminUrl());
        out.println("          " + quickstart.adminEmail() + " / " + quickstart.adminPassword());
        out.println("  API     " + quickstart.hubUrl() + "/api/docs");
        out.println("  Edge    " + quickstart.edgeUrl());
        out.println();
        out.println("  Evaluate a flag at the edge:");
        out.println();
        out.println("  curl -s " + quickstart.edgeUrl() + "/ofrep/v1/evaluate/flags/" + DemoProject.FLAG_KEY + " \\");
        out.println("    -H 'Authorization: Bearer " + quickstart.serverKey() + "' \\");
        out.println("    -H 'Content-Type: application/json' -d '{\"context\":{\"targetingKey\":\"ada\"}}'");
        out.println();
        out.println("  Stop it: " + (detached ? "./jackstaff down" : "Ctrl-C"));
        out.flush();
    }
}
