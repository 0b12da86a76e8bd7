package dev.jackstaff.cli.payara;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.util.Locale;
import java.util.Map;

/** The log format of the servers: plain text, or one JSON object per line. */
enum LogFormat {
    TEXT {
        @Override
        String applyTo(String configuration) {
            return configuration;
        }
    },
    JSON {
        @Override
        String applyTo(String configuration) {
            return configuration
                    + "\njava.util.logging.ConsoleHandler.formatter=fish.payara.enterprise.server.logging.JSONLogFormatter\n";
        }
    };

    private static final String VARIABLE = "JACKSTAFF_LOG_FORMAT";

    /** The configured format. */
    static LogFormat of(Map<String, String> environment) {
        String configured = environment.getOrDefault(VARIABLE, "").strip().toUpperCase(Locale.ROOT);
        return switch (configured) {
            case "", "TEXT" -> TEXT;
            case "JSON" -> JSON;
            default ->
                throw new CommandFailedException(
                        VARIABLE + " must be text or json but is " + environment.get(VARIABLE));
        };
    }

    /** The server's logging configuration with this format. */
    abstract String applyTo(String configuration);
}
