package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;

/** The converters from arguments to the types of options and parameters. They refuse with words for the user. */
public final class ArgumentConverters {
    private ArgumentConverters() {}

    /** Lets a command and its subcommands use the converters. */
    public static void addTo(CommandLine command) {
        command.registerConverter(URI.class, ArgumentConverters::url)
                .registerConverter(Path.class, ArgumentConverters::path)
                .registerConverter(int.class, ArgumentConverters::count)
                .registerConverter(Long.class, ArgumentConverters::number)
                .registerConverter(boolean.class, ArgumentConverters::yesOrNo)
                .registerConverter(Boolean.class, ArgumentConverters::yesOrNo)
                .registerConverter(ProcessRole.class, ArgumentConverters::role)
                .registerConverter(ExportCommand.ForeignSystem.class, ArgumentConverters::system);
    }

    /** The address of a server, without a slash at its end. */
    public static URI url(String text) {
        try {
            URI url = URI.create(text.strip().replaceFirst("/+$", ""));
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (web
                    && url.getHost() != null
                    && url.getPort() <= 65_535
                    && url.getPort() != 0
                    && url.getQuery() == null
                    && url.getFragment() == null
                    && url.getUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new InvalidArgumentException("must be a URL such as http://127.0.0.1:8081, but is " + quoted(text));
    }

    private static Path path(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // refused below
        }
        throw new InvalidArgumentException("must be the name of a file, but is " + quoted(text));
    }

    private static int count(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new InvalidArgumentException(
                "must be a whole number from 0 to " + Integer.MAX_VALUE + ", but is " + quoted(text));
    }

    private static long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new InvalidArgumentException("must be a whole number from 0, but is " + quoted(text));
    }

    private static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidArgumentException("must be true or false, but is " + quoted(text));
        };
    }

    static ProcessRole role(String text) {
        return Arrays.stream(ProcessRole.values())
                .filter(role -> role.key().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidArgumentException("must be hub, edge or postgres, but is " + quoted(text)));
    }

    private static ExportCommand.ForeignSystem system(String text) {
        return Arrays.stream(ExportCommand.ForeignSystem.values())
                .filter(system -> system.label().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidArgumentException("must be unleash or flagsmith, but is " + quoted(text)));
    }

    static String quoted(String text) {
        return text.isEmpty() ? "empty" : "\"" + text + "\"";
    }
}
