package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The commands for groups of users. */
@Command(
        name = "groups",
        description = "List, create and delete groups of users, and say who is in them.",
        synopsisSubcommandLabel = "COMMAND")
public final class GroupsCommand {
    private static final String GROUPS = "groups";
    private static final String MEMBERS = "members";

    private GroupsCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new GroupsCommand())
                .addSubcommand(new ListGroups(context))
                .addSubcommand(new CreateGroup(context))
                .addSubcommand(new DeleteGroup(context))
                .addSubcommand(new ListMembers(context))
                .addSubcommand(new AddMember(context))
                .addSubcommand(new RemoveMember(context));
    }

    @Command(name = "list", description = "List the groups.")
    static final class ListGroups implements Callable<Integer> {
        private static final List<Column> COLUMNS =
                List.of(Column.of("NAME", "name"), Column.of("ORIGIN", "origin"), Column.of("ID", "id"));

        @Mixin
        private final HubOptions options;

        ListGroups(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(ApiPath.of(GROUPS)), GROUPS, COLUMNS);
            return 0;
        }
    }

    @Command(name = "create", description = "Create a group without anybody in it.")
    static final class CreateGroup implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "Its name.")
        private String name = "";

        @Mixin
        private final HubOptions options;

        CreateGroup(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse created = hub.api()
                    .post(
                            ApiPath.of(GROUPS),
                            new JsonMembers().add("name", name).build());
            hub.output().printSentence(created, "Created the group " + name + ".");
            return 0;
        }
    }

    @Command(name = "delete", description = "Delete a group with the roles that it has.")
    static final class DeleteGroup implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "Its name.")
        private String name = "";

        @Mixin
        private final HubOptions options;

        DeleteGroup(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse deleted = hub.api().delete(ApiPath.of(GROUPS, NamedThing.idOfGroup(hub, name)));
            hub.output().printSentence(deleted, "Deleted the group " + name + ".");
            return 0;
        }
    }

    @Command(name = "members", description = "List who is in a group.")
    static final class ListMembers implements Callable<Integer> {
        private static final List<Column> COLUMNS =
                List.of(Column.of("E-MAIL", "email"), Column.of("NAME", "name"), Column.of("ID", "id"));

        @Parameters(paramLabel = "NAME", description = "Its name.")
        private String name = "";

        @Mixin
        private final HubOptions options;

        ListMembers(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiPath members = ApiPath.of(GROUPS, NamedThing.idOfGroup(hub, name), MEMBERS);
            hub.output().printTable(hub.api().get(members), MEMBERS, COLUMNS);
            return 0;
        }
    }

    @Command(name = "add", description = "Put a user into a group.")
    static final class AddMember implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "NAME", description = "The name of the group.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "EMAIL", description = "The address of the user.")
        private String email = "";

        @Mixin
        private final HubOptions options;

        AddMember(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse added = hub.api()
                    .put(
                            ApiPath.of(
                                    GROUPS, NamedThing.idOfGroup(hub, name), MEMBERS, NamedThing.idOfUser(hub, email)),
                            new JsonMembers().build());
            hub.output().printSentence(added, email + " is in the group " + name + ".");
            return 0;
        }
    }

    @Command(name = "remove", description = "Take a user out of a group.")
    static final class RemoveMember implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "NAME", description = "The name of the group.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "EMAIL", description = "The address of the user.")
        private String email = "";

        @Mixin
        private final HubOptions options;

        RemoveMember(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse removed = hub.api()
                    .delete(ApiPath.of(
                            GROUPS, NamedThing.idOfGroup(hub, name), MEMBERS, NamedThing.idOfUser(hub, email)));
            hub.output().printSentence(removed, email + " is not in the group " + name + " any more.");
            return 0;
        }
    }
}
