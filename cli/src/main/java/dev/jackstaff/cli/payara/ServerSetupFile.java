package dev.jackstaff.cli.payara;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A shipped set-up file of the application server: asadmin commands or JVM options. References have the form {@code
 * ${ENV=NAME}}, and the server resolves them.
 */
record ServerSetupFile(String name, String text) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
    private static final String ENVIRONMENT = "ENV=";
    private static final String PORT = "_PORT";

    /** The shipped file with the given name. */
    static ServerSetupFile load(String name) {
        try (InputStream in = ServerSetupFile.class.getResourceAsStream("/dev/jackstaff/payara/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no set-up file " + name);
            }
            return new ServerSetupFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of the referenced environment variables. */
    Set<String> referencedVariables() {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> REFERENCE.matcher(line).results())
                .map(found -> found.group(1))
                .map(ServerSetupFile::variable)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A copy without the lines that name a setting, for a server that does not have it. */
    ServerSetupFile without(String setting) {
        return new ServerSetupFile(
                name,
                text.lines()
                        .filter(line -> line.startsWith("#") || !line.contains(setting))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    /** Writes the file for a server with that environment. An unresolvable reference is refused. */
    Path writeTo(Path directory, Map<String, String> environment) throws IOException {
        Set<String> unknown = referencedVariables();
        unknown.removeAll(environment.keySet());
        if (!unknown.isEmpty()) {
            throw new CommandFailedException(
                    name + " refers to unset environment variables: " + String.join(", ", unknown));
        }
        return Files.writeString(directory.resolve(name), textWithPorts(environment));
    }

    /**
     * The text with references to ports replaced by their values, because some tools read them from the server's
     * configuration. All other references stay, so that no secret is written out.
     */
    private String textWithPorts(Map<String, String> environment) {
        String filled = text;
        for (String reference : referencedVariables()) {
            if (reference.endsWith(PORT)) {
                filled = filled.replace("${" + ENVIRONMENT + reference + "}", environment.getOrDefault(reference, ""));
            }
        }
        return filled;
    }

    private static String variable(String reference) {
        if (!reference.startsWith(ENVIRONMENT)) {
            throw new CommandFailedException(
                    "A set-up file may have references of the form ${ENV=NAME} only, not ${" + reference + "}");
        }
        return reference.substring(ENVIRONMENT.length());
    }
}
