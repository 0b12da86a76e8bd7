package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.client.ApiResponse;
import jakarta.json.JsonObject;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every change that can be tried first. */
final class ChangeOptions {
    @Option(names = "--dry-run", description = "Show what would be changed, and change nothing.")
    private boolean dryRun;

    @Mixin
    private final NoteOptions note = new NoteOptions();

    /** Sends a change by instructions with these options, and prints what it did. */
    void send(Hub hub, ProjectOption project, JsonObject change) {
        send(hub, project.path(hub, "changes"), change);
    }

    /** Sends a change to its resource with these options, and prints what it did. */
    void send(Hub hub, ApiPath path, JsonObject change) {
        JsonMembers body = note.addTo(change);
        if (dryRun) {
            body.add("dryRun", true);
        }
        ApiResponse answer = hub.api().post(path, body.build());
        hub.output().print(answer, () -> ChangeText.of(answer.jsonObject()));
    }
}
