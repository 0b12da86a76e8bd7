package dev.jackstaff.cli;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.command.ArgumentConverters;
import dev.jackstaff.cli.command.ArgumentErrors;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.DownCommand;
import dev.jackstaff.cli.command.EvaluateCommand;
import dev.jackstaff.cli.command.ExplainCommand;
import dev.jackstaff.cli.command.ExportCommand;
import dev.jackstaff.cli.command.HealthCommand;
import dev.jackstaff.cli.command.ImportCommand;
import dev.jackstaff.cli.command.ImportUnleashCommand;
import dev.jackstaff.cli.command.LogsCommand;
import dev.jackstaff.cli.command.ReadyCommand;
import dev.jackstaff.cli.command.StandardOptions;
import dev.jackstaff.cli.command.StartCommand;
import dev.jackstaff.cli.command.StatusCommand;
import dev.jackstaff.cli.command.StopCommand;
import dev.jackstaff.cli.command.UpCommand;
import dev.jackstaff.cli.edge.EdgeCommand;
import dev.jackstaff.cli.edge.EdgeMode;
import dev.jackstaff.cli.edge.EdgeOptions;
import dev.jackstaff.cli.installation.FlexFlagConfiguration;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationSettings;
import dev.jackstaff.cli.management.AttributesCommand;
import dev.jackstaff.cli.management.AuditCommand;
import dev.jackstaff.cli.management.EnvironmentsCommand;
import dev.jackstaff.cli.management.FlagsCommand;
import dev.jackstaff.cli.management.GrantsCommand;
import dev.jackstaff.cli.management.GroupsCommand;
import dev.jackstaff.cli.management.KeysCommand;
import dev.jackstaff.cli.management.ProjectsCommand;
import dev.jackstaff.cli.management.RolesCommand;
import dev.jackstaff.cli.management.SegmentsCommand;
import dev.jackstaff.cli.management.ServiceAccountsCommand;
import dev.jackstaff.cli.management.TokensCommand;
import dev.jackstaff.cli.management.UsersCommand;
import dev.jackstaff.cli.terminal.CommandFailedException;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line {@code jackstaff}. It exits 0 on success, 1 on a failure and 2 on wrong arguments. */
@Command(
        name = "jackstaff",
        description =
                "Feature flags for teams that run Jakarta EE: start and stop an installation, and manage the flags of any hub.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class)
public final class Jackstaff implements Callable<Integer> {
    private static final int FAILURE = 1;
    private static final int WRONG_ARGUMENTS = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    private Jackstaff() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(execute(out, arguments));
    }

    private static int execute(PrintStream out, String... arguments) {
        try {
            return commandLine(context(out)).execute(EdgeOptions.behindTheCommand(arguments));
        } catch (CommandFailedException e) {
            return reported(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        }
    }

    static CommandLine commandLine(CommandContext context) {
        CommandLine imports = new CommandLine(new ImportCommand());
        imports.addSubcommand(new ImportUnleashCommand(context));
        CommandLine command = new CommandLine(new Jackstaff());
        command.addSubcommand(new UpCommand(context))
                .addSubcommand(new DownCommand(context))
                .addSubcommand(new StatusCommand(context))
                .addSubcommand(new StartCommand(context))
                .addSubcommand(new StopCommand(context))
                .addSubcommand(EdgeCommand.of(EdgeMode.EDGE, context))
                .addSubcommand(EdgeCommand.of(EdgeMode.OFFLINE, context))
                .addSubcommand(new LogsCommand(context))
                .addSubcommand(new HealthCommand(context))
                .addSubcommand(new ReadyCommand(context))
                .addSubcommand(FlagsCommand.of(context))
                .addSubcommand(SegmentsCommand.of(context))
                .addSubcommand(AttributesCommand.of(context))
                .addSubcommand(EnvironmentsCommand.of(context))
                .addSubcommand(ProjectsCommand.of(context))
                .addSubcommand(KeysCommand.of(context))
                .addSubcommand(UsersCommand.of(context))
                .addSubcommand(GroupsCommand.of(context))
                .addSubcommand(ServiceAccountsCommand.of(context))
                .addSubcommand(RolesCommand.of(context))
                .addSubcommand(GrantsCommand.of(context))
                .addSubcommand(TokensCommand.of(context))
                .addSubcommand(AuditCommand.of(context))
                .addSubcommand(new EvaluateCommand(context))
                .addSubcommand(new ExplainCommand(context))
                .addSubcommand(imports)
                .addSubcommand(new ExportCommand(context));
        StandardOptions.addTo(command, "jackstaff " + version());
        ArgumentConverters.addTo(command);
        command.setOut(new PrintWriter(context.out(), true, StandardCharsets.UTF_8));
        command.setParameterExceptionHandler((refusal, arguments) -> ArgumentErrors.print(refusal));
        command.setExecutionExceptionHandler((exception, line, parsed) -> reported(exception, line.getErr()));
        return command;
    }

    /** The usage on standard error: without a command there is nothing to do. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return WRONG_ARGUMENTS;
    }

    private static String version() {
        return Optional.ofNullable(Jackstaff.class.getPackage().getImplementationVersion())
                .orElse("of an unpackaged build");
    }

    private static CommandContext context(PrintStream out) {
        InstallationSettings settings = new InstallationSettings(
                FlexFlagConfiguration.of(System.getenv(), Path.of("")).translate(System.getenv()));
        Path root = Path.of(System.getProperty("jackstaff.root", ""));
        InstallationHome home = new InstallationHome(settings.home(root.resolve(".jackstaff")));
        return new CommandContext(settings, home, Artifacts.locate(), out, Boolean.getBoolean("jackstaff.terminal"));
    }

    private static int reported(Exception exception, PrintWriter err) {
        if (diskFull(exception)) {
            err.println("jackstaff: the disk is full. Free some space, and run the command again.");
        } else if (exception instanceof InvalidArgumentException invalid) {
            err.println("jackstaff: " + invalid.sentence() + ".");
            return WRONG_ARGUMENTS;
        } else if (exception instanceof CommandFailedException failure) {
            err.println("jackstaff: " + failure.userMessage());
        } else {
            err.println("jackstaff: unexpected error. Please report it with these lines:");
            exception.printStackTrace(err);
        }
        return FAILURE;
    }

    private static boolean diskFull(Throwable exception) {
        return Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> message.contains("No space left on device"));
    }
}
