package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiResponse;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every change by instructions. */
final class ChangeOptions {
    @Option(names = "--dry-run", description = "Show what would be changed, and change nothing.")
    private boolean dryRun;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded with the change.")
    private @Nullable String reason;

    @Option(names = "--ticket", paramLabel = "TICKET", description = "The ticket that asks for it; recorded likewise.")
    private @Nullable String ticket;

    /** Sends a change with these options, and prints what it did. */
    void send(Hub hub, ProjectOption project, JsonObject change) {
        JsonMembers body = new JsonMembers(change).add("reason", reason).add("ticket", ticket);
        if (dryRun) {
            body.add("dryRun", true);
        }
        ApiResponse answer = hub.api().post(project.path(hub, "changes"), body.build());
        hub.output().print(answer, () -> ChangeText.of(answer.jsonObject()));
    }
}
