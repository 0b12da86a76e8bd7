package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that lists the versions of a flag, or of its settings in an environment. */
@Command(
        name = "versions",
        description =
                "List the versions of a flag with what made each, latest first; with an environment, of its settings.")
final class FlagVersionsCommand implements Callable<Integer> {
    private static final Column REASON = new Column("REASON", version -> ofChange(version, "reason"));
    private static final Column TICKET = new Column("TICKET", version -> ofChange(version, "ticket"));
    private static final Column ACTOR = new Column("BY", version -> ofChange(version, "actor"));
    private static final Column CHANGE = new Column("CHANGE", FlagVersionsCommand::sentences);
    private static final Column WHEN = Column.ofTime("WHEN", "at");

    private static final List<Column> OF_FLAG =
            List.of(Column.of("PROJECT REVISION", "projectRevision"), WHEN, ACTOR, CHANGE, REASON, TICKET);

    private static final List<Column> OF_SETTINGS = List.of(
            Column.of("REVISION", "revision"),
            WHEN,
            ACTOR,
            Column.ofFlag("STATE", "enabled", "on", "off"),
            CHANGE,
            REASON,
            TICKET);

    @Parameters(paramLabel = "FLAG", converter = KeyArgument.class, description = "Its key.")
    private String flag = "";

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "E",
            converter = KeyArgument.class,
            description = "The environment whose settings are meant.")
    private @Nullable String environment;

    @Mixin
    private final PageOptions page = new PageOptions();

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagVersionsCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        Hub hub = options.connect();
        ApiPath path = environment == null
                ? project.path(hub, "flags", flag, "versions")
                : project.path(hub, "flags", flag, "environments", environment, "versions");
        hub.output()
                .printPage(page.fetch(hub, path), "versions of " + flag, environment == null ? OF_FLAG : OF_SETTINGS);
        return 0;
    }

    private static String ofChange(JsonObject version, String member) {
        return version.get("change") instanceof JsonObject change ? change.getString(member, "") : "";
    }

    private static String sentences(JsonObject version) {
        return version.get("change") instanceof JsonObject change
                ? change.getJsonArray("sentences").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.joining("; "))
                : "";
    }
}
