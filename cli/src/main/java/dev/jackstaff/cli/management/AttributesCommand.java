package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.AttributeNameArgument;
import dev.jackstaff.cli.command.CommandContext;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands for the attributes that a project knows. */
@Command(
        name = "attributes",
        description = "List, show, define and delete the attributes that a project knows.",
        synopsisSubcommandLabel = "COMMAND")
public final class AttributesCommand {
    private static final String ATTRIBUTES = "attributes";

    private AttributesCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new AttributesCommand())
                .addSubcommand(new ListAttributes(context))
                .addSubcommand(new GetAttribute(context))
                .addSubcommand(new SetAttribute(context))
                .addSubcommand(new DeleteAttribute(context));
    }

    @Command(
            name = "list",
            description =
                    "List the attributes that rules may use: those that the project defines, the standard ones of SDKs,"
                            + " and those that rules use though nobody has defined them.")
    static final class ListAttributes implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("ATTRIBUTE", "name"),
                Column.of("ORIGIN", "origin"),
                Column.of("TYPE", "type"),
                Column.of("VALUES", "values"),
                Column.of("DESCRIPTION", "description"));

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        ListAttributes(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(project.path(hub, ATTRIBUTES)), ATTRIBUTES, COLUMNS);
            return 0;
        }
    }

    @Command(name = "get", description = "Show an attribute that the project defines.")
    static final class GetAttribute implements Callable<Integer> {
        @Parameters(paramLabel = "ATTRIBUTE", converter = AttributeNameArgument.class, description = "Its name.")
        private String name = "";

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        GetAttribute(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse answer = hub.api().get(project.path(hub, ATTRIBUTES, name));
            hub.output().print(answer, () -> lines(answer.jsonObject()));
            return 0;
        }

        private static List<String> lines(JsonObject attribute) {
            return new Properties()
                    .add("Attribute", attribute.getString("name"))
                    .add("Type", attribute.getString("type", ""))
                    .add("Description", attribute.getString("description", ""))
                    .add("Values", Column.text(attribute.get("values")))
                    .add("Changed", Column.time(attribute, "updatedAt"))
                    .lines();
        }
    }

    /** The legal values that are wanted. */
    static final class LegalValues {
        @Option(names = "--value", paramLabel = "VALUE", description = "A legal value. Can be repeated.")
        private List<String> values = new ArrayList<>();

        @Option(names = "--any-value", description = "Let every value of the type be legal.")
        private boolean any;
    }

    @Command(name = "set", description = "Define an attribute, or change it. What is not named stays as it is.")
    static final class SetAttribute implements Callable<Integer> {
        @Parameters(paramLabel = "ATTRIBUTE", converter = AttributeNameArgument.class, description = "Its name.")
        private String name = "";

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                description = "string, number, boolean, date-time or semver. A new attribute needs one.")
        private @Nullable String type;

        @Option(names = "--description", paramLabel = "TEXT", description = "What it is.")
        private @Nullable String text;

        @ArgGroup
        private @Nullable LegalValues legal;

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        SetAttribute(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            JsonMembers members = new JsonMembers().add("type", type).add("description", text);
            if (legal != null) {
                members.addAll("values", legal.any ? List.of() : legal.values);
            }
            ApiResponse answer = hub.api().put(project.path(hub, ATTRIBUTES, name), members.build());
            hub.output().printSentence(answer, "Set the attribute " + name + ".");
            return 0;
        }
    }

    @Command(name = "delete", description = "Remove the definition of an attribute. Rules may go on using it.")
    static final class DeleteAttribute implements Callable<Integer> {
        @Parameters(paramLabel = "ATTRIBUTE", converter = AttributeNameArgument.class, description = "Its name.")
        private String name = "";

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        DeleteAttribute(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse deleted = hub.api().delete(project.path(hub, ATTRIBUTES, name));
            hub.output().printSentence(deleted, "Deleted the attribute " + name + ".");
            return 0;
        }
    }
}
