package dev.jackstaff.cli.management;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say why something is changed. */
final class NoteOptions {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded with the change.")
    private @Nullable String reason;

    @Option(names = "--ticket", paramLabel = "TICKET", description = "The ticket that asks for it; recorded likewise.")
    private @Nullable String ticket;

    /** A body of a request, with what these options say. */
    JsonMembers addTo(JsonObject body) {
        return new JsonMembers(body).add("reason", reason).add("ticket", ticket);
    }
}
