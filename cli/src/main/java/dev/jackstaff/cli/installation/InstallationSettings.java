package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The settings of the command, from environment variables. An invalid value is refused when it is read. */
public record InstallationSettings(Map<String, String> environment) {
    public static final String HUB_PORT = "JACKSTAFF_HUB_PORT";
    public static final String EDGE_PORT = "JACKSTAFF_EDGE_PORT";
    public static final String HUB_GRID_PORT = "JACKSTAFF_HUB_GRID_PORT";
    public static final String EDGE_GRID_PORT = "JACKSTAFF_EDGE_GRID_PORT";
    public static final String DB_PORT = "JACKSTAFF_DB_PORT";

    private static final String DEFAULT_USER = "postgres";

    public InstallationSettings {
        environment = Map.copyOf(environment);
    }

    public LoopbackPort hubPort() {
        return port(HUB_PORT).orElse(new LoopbackPort(8080));
    }

    public LoopbackPort edgePort() {
        return port(EDGE_PORT).orElse(new LoopbackPort(8081));
    }

    public LoopbackPort hubGridPort() {
        return port(HUB_GRID_PORT).orElse(new LoopbackPort(4900));
    }

    public LoopbackPort edgeGridPort() {
        return port(EDGE_GRID_PORT).orElse(new LoopbackPort(6900));
    }

    /** The port of the bundled PostgreSQL; empty to pick an unused one. */
    public Optional<LoopbackPort> databasePort() {
        return port(DB_PORT);
    }

    /** The external PostgreSQL; empty to use the bundled one. */
    public Optional<DatabaseSettings> externalDatabase() {
        return variable("JACKSTAFF_DB_URL")
                .map(url -> new DatabaseSettings(
                        url,
                        variable("JACKSTAFF_DB_USER").orElse(DEFAULT_USER),
                        variable("JACKSTAFF_DB_PASSWORD").orElse("")));
    }

    /** The directory of the installation. */
    public Path home(Path fallback) {
        return variable("JACKSTAFF_HOME")
                .map(Path::of)
                .orElse(fallback)
                .toAbsolutePath()
                .normalize();
    }

    private Optional<LoopbackPort> port(String name) {
        return variable(name).map(text -> {
            try {
                return new LoopbackPort(Integer.parseInt(text));
            } catch (IllegalArgumentException e) {
                throw new CommandFailedException(name + " must be a port number within 1..65535 but is " + text, e);
            }
        });
    }

    /** The value of an environment variable; empty if it is not set, or blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
