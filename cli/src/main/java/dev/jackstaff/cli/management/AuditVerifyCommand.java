package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.terminal.PrintableText;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that verifies the audit trail. */
@Command(name = "verify", description = "Verify that the audit trail is as hubs wrote it. Exit code 1 if it is not.")
final class AuditVerifyCommand implements Callable<Integer> {
    /** A trail of some millions of entries takes minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Option(
            names = "--head",
            paramLabel = "SEQUENCE:HASH",
            description = "A link that was written down elsewhere, which the trail must hold.")
    private @Nullable String head;

    @Mixin
    private final HubOptions options;

    AuditVerifyCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        Hub hub = options.connect();
        ApiResponse answer =
                hub.api().within(LIMIT).get(ApiPath.of("audit", "verification").with("head", head));
        hub.output().print(answer, () -> lines(answer.jsonObject()));
        return Output.understood(() -> answer.jsonObject().getBoolean("holds")) ? 0 : 1;
    }

    private static List<String> lines(JsonObject report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.getBoolean("holds") ? whole(report) : broken(report.getJsonObject("fault")));
        addCount(lines, report, "unsealed", "Entries that wait to be sealed: ");
        addCount(lines, report, "unsigned", "Entries from before entries were signed: ");
        addCount(lines, report, "removedThrough", "Removed because of their age: the links up to ");
        return lines;
    }

    private static String whole(JsonObject report) {
        String verified = "The audit trail holds. Links: " + report.getJsonNumber("verified");
        if (report.isNull("head")) {
            return verified + ".";
        }
        JsonObject last = report.getJsonObject("head");
        return verified + ". The last is " + last.getJsonNumber("sequence") + ":"
                + PrintableText.of(last.getString("hash"));
    }

    private static String broken(JsonObject fault) {
        long entry = fault.getJsonNumber("entry").longValueExact();
        long sequence = fault.getJsonNumber("sequence").longValueExact();
        String place = (sequence == 0 ? "" : ", link " + sequence) + (entry == 0 ? "" : ", entry " + entry);
        return "The audit trail is broken: " + PrintableText.of(fault.getString("kind")) + place + ": "
                + PrintableText.of(fault.getString("detail"));
    }

    private static void addCount(List<String> lines, JsonObject report, String member, String sentence) {
        long count = report.getJsonNumber(member).longValueExact();
        if (count > 0) {
            lines.add(sentence + count);
        }
    }
}
