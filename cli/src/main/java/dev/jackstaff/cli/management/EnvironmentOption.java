package dev.jackstaff.cli.management;

import dev.jackstaff.cli.command.KeyArgument;
import picocli.CommandLine.Option;

/** The option for an environment that has to be named. */
final class EnvironmentOption {
    @Option(
            names = {"--environment", "--env"},
            paramLabel = "E",
            required = true,
            converter = KeyArgument.class,
            description = "The environment.")
    private String key = "";

    String key() {
        return key;
    }
}
