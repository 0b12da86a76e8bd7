package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.KeyArgument;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the project: the one that is named, else that of the variable, else the only one that there is. */
final class ProjectOption {
    private static final String VARIABLE = "JACKSTAFF_PROJECT";
    private static final int MOST_LISTED = 20;

    @Option(
            names = "--project",
            paramLabel = "P",
            converter = KeyArgument.class,
            description = "The project. Also JACKSTAFF_PROJECT; default: the only one there is.")
    private @Nullable String key;

    /** The key of the project. */
    String of(Hub hub) {
        if (key != null) {
            return key;
        }
        return hub.settings().variable(VARIABLE).map(ProjectOption::checked).orElseGet(() -> onlyOne(hub));
    }

    /** The key that was named as an option; null if none was. */
    @Nullable
    String given() {
        return key;
    }

    /** The path of something in the project. */
    ApiPath path(Hub hub, String... segments) {
        return ApiPath.of(Stream.concat(Stream.of("projects", of(hub)), Stream.of(segments))
                .toArray(String[]::new));
    }

    private static String checked(String text) {
        try {
            return new KeyArgument().convert(text);
        } catch (InvalidArgumentException e) {
            throw new InvalidArgumentException(VARIABLE + " " + e.sentence());
        }
    }

    private static String onlyOne(Hub hub) {
        ApiResponse projects = hub.api().get(ApiPath.of("projects"));
        List<String> keys = Output.understood(() -> projects.jsonObjects().stream()
                .map(project -> project.getString("key"))
                .toList());
        if (keys.size() == 1) {
            return keys.get(0);
        }
        throw new InvalidArgumentException(
                keys.isEmpty()
                        ? "there is no project yet: create one with jackstaff projects create"
                        : "name a project with --project or " + VARIABLE + ": " + listed(keys));
    }

    private static String listed(List<String> keys) {
        String listed = String.join(", ", keys.subList(0, Math.min(MOST_LISTED, keys.size())));
        return keys.size() > MOST_LISTED ? listed + " and " + (keys.size() - MOST_LISTED) + " more" : listed;
    }
}
