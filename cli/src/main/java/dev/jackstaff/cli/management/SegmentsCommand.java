package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.JsonArgument;
import dev.jackstaff.cli.command.KeyArgument;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands for the segments of a project. */
@Command(
        name = "segments",
        description = "List, show, create, change and delete the segments of a project.",
        synopsisSubcommandLabel = "COMMAND")
public final class SegmentsCommand {
    private static final String SEGMENTS = "segments";

    private SegmentsCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new SegmentsCommand())
                .addSubcommand(new ListSegments(context))
                .addSubcommand(new GetSegment(context))
                .addSubcommand(new CreateSegment(context))
                .addSubcommand(new UpdateSegment(context))
                .addSubcommand(new DeleteSegment(context));
    }

    @Command(name = "list", description = "List the segments.")
    static final class ListSegments implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("SEGMENT", "key"),
                Column.of("NAME", "name"),
                Column.ofTime("CHANGED", "updatedAt"),
                Column.of("DESCRIPTION", "description"));

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        ListSegments(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(project.path(hub, SEGMENTS)), SEGMENTS, COLUMNS);
            return 0;
        }
    }

    @Command(name = "get", description = "Show a segment with its condition.")
    static final class GetSegment implements Callable<Integer> {
        @Parameters(paramLabel = "SEGMENT", converter = KeyArgument.class, description = "Its key.")
        private String key = "";

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        GetSegment(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse answer = hub.api().get(project.path(hub, SEGMENTS, key));
            hub.output().print(answer, () -> lines(answer.jsonObject()));
            return 0;
        }

        private static List<String> lines(JsonObject segment) {
            return new Properties()
                    .add("Segment", segment.getString("key"))
                    .add("Name", segment.getString("name", ""))
                    .add("Description", segment.getString("description", ""))
                    .add("Condition", Column.text(segment.get("condition")))
                    .add("Changed", Column.time(segment, "updatedAt"))
                    .lines();
        }
    }

    /** What can be said of a segment. */
    static final class SegmentOptions {
        @Parameters(paramLabel = "SEGMENT", converter = KeyArgument.class, description = "Its key.")
        private String key = "";

        @Option(names = "--name", paramLabel = "NAME", description = "Its name.")
        private @Nullable String name;

        @Option(names = "--description", paramLabel = "TEXT", description = "What it is.")
        private @Nullable String text;

        @Option(
                names = "--condition",
                paramLabel = "JSON",
                converter = JsonArgument.class,
                description =
                        "Who belongs to it, such as {\"attribute\":\"country\",\"operator\":\"IN\",\"values\":[\"SE\"]}.")
        private @Nullable String condition;

        JsonMembers members() {
            return new JsonMembers()
                    .add("name", name)
                    .add("description", text)
                    .add("condition", condition == null ? null : JsonArgument.object(condition));
        }
    }

    @Command(name = "create", description = "Create a segment. It needs a condition.")
    static final class CreateSegment implements Callable<Integer> {
        @Mixin
        private final SegmentOptions segment = new SegmentOptions();

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        CreateSegment(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            JsonObject body = segment.members().add("key", segment.key).build();
            ApiResponse created = hub.api().post(project.path(hub, SEGMENTS), body);
            hub.output().printSentence(created, "Created the segment " + segment.key + ".");
            return 0;
        }
    }

    @Command(name = "update", description = "Change a segment. What is not named stays as it is.")
    static final class UpdateSegment implements Callable<Integer> {
        @Mixin
        private final SegmentOptions segment = new SegmentOptions();

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        UpdateSegment(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse changed = hub.api()
                    .put(
                            project.path(hub, SEGMENTS, segment.key),
                            segment.members().build());
            hub.output().printSentence(changed, "Changed the segment " + segment.key + ".");
            return 0;
        }
    }

    @Command(name = "delete", description = "Delete a segment that nothing uses.")
    static final class DeleteSegment implements Callable<Integer> {
        @Parameters(paramLabel = "SEGMENT", converter = KeyArgument.class, description = "Its key.")
        private String key = "";

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        DeleteSegment(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse deleted = hub.api().delete(project.path(hub, SEGMENTS, key));
            hub.output().printSentence(deleted, "Deleted the segment " + key + ".");
            return 0;
        }
    }
}
