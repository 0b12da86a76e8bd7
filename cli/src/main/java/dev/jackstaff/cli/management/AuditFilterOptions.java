package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.command.KeyArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for which entries of the audit trail are meant. */
final class AuditFilterOptions {
    @Option(names = "--actor", paramLabel = "ACTOR", description = "What this person or key did.")
    private @Nullable String actor;

    @Option(names = "--action", paramLabel = "ACTION", description = "Such as created, updated or deleted.")
    private @Nullable String action;

    @Option(names = "--resource", paramLabel = "KIND", description = "Such as flag, segment or user.")
    private @Nullable String resource;

    @Option(names = "--key", paramLabel = "KEY", description = "What was done to the thing of this key.")
    private @Nullable String key;

    @Option(
            names = "--flag",
            paramLabel = "FLAG",
            converter = KeyArgument.class,
            description = "The changes of a flag and of its settings.")
    private @Nullable String flag;

    @Option(
            names = "--project",
            paramLabel = "P",
            converter = KeyArgument.class,
            description = "The changes of a project only.")
    private @Nullable String project;

    @Option(
            names = "--environment",
            paramLabel = "E",
            converter = KeyArgument.class,
            description = "The changes of an environment only.")
    private @Nullable String environment;

    @Option(names = "--group", paramLabel = "GROUP", description = "What one request or change did.")
    private @Nullable String group;

    @Option(names = "--text", paramLabel = "TEXT", description = "What has this text in it.")
    private @Nullable String text;

    @Option(names = "--from", paramLabel = "TIME", description = "From a time on, such as 2026-11-01T00:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before a time.")
    private @Nullable String to;

    /** A path with these options as parameters. */
    ApiPath addTo(ApiPath path) {
        return path.with("actor", actor)
                .with("action", action)
                .with("resource", resource)
                .with("key", key)
                .with("flag", flag)
                .with("project", project)
                .with("environment", environment)
                .with("group", group)
                .with("text", text)
                .with("from", from)
                .with("to", to);
    }
}
