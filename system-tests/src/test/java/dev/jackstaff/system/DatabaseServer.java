package dev.jackstaff.system;

import dev.jackstaff.cli.artifact.ArtifactDirectory;
import dev.jackstaff.cli.installation.DatabaseSettings;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationSecrets;
import dev.jackstaff.cli.installation.InstallationState;
import dev.jackstaff.cli.installation.Ports;
import dev.jackstaff.cli.postgres.PostgresServer;
import dev.jackstaff.cli.process.BackgroundProgram;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.testprocess.TestProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** A PostgreSQL beside that of an installation, empty at first. It ends with the test, and with the run, however that ends. */
final class DatabaseServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final DatabaseSettings database;
    private final TestProcess process;

    private DatabaseServer(DatabaseSettings database, TestProcess process) {
        this.database = database;
        this.process = process;
    }

    /**
     * Starts one, and waits until it accepts connections.
     *
     * @param name of its directory
     */
    static DatabaseServer start(String name) {
        InstallationHome home =
                new InstallationHome(Path.of("target/hubs", name).toAbsolutePath());
        home.prepare();
        ServerFiles.linkInto(home);
        try {
            ArtifactDirectory.deleteRecursively(home.postgresDirectory().resolve("data"));
            LoopbackPort port = ExtraHub.unusedPort();
            InstallationSecrets secrets = InstallationSecrets.generate();
            DatabaseSettings database = new DatabaseSettings(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", secrets.postgresPassword());
            Ports ports = new Ports(port, port, port, port, port);
            InstallationState state = new InstallationState("none", ports, database, secrets, Map.of());
            PostgresServer server =
                    new PostgresServer(home, ServerFiles.artifacts().postgresArchive());
            server.prepare(state);
            BackgroundProgram program = server.program(state);
            TestProcess process = TestProcess.start(() -> program.start(Path.of("/dev/null")))
                    .awaitStarted(START_LIMIT, server::isReady);
            return new DatabaseServer(database, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatabaseSettings database() {
        return database;
    }

    /** The same database, for a client of that name. */
    DatabaseSettings database(String client) {
        return new DatabaseSettings(
                database.url() + "?ApplicationName=" + client, database.user(), database.password());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** Copies a database to a new one, as a backup does; whoever is connected is cut off for a moment. */
    void copy(String from, String to) throws SQLException {
        try (Connection connection = connectTo("template1")) {
            cutOff(connection, from);
            execute(connection, "drop database if exists " + to);
            execute(connection, "create database " + to + " template " + from);
            execute(connection, "alter database " + from + " allow_connections true");
        }
    }

    /** Puts a copy in the place of a database. */
    void replace(String name, String copy) throws SQLException {
        try (Connection connection = connectTo("template1")) {
            cutOff(connection, name);
            execute(connection, "drop database " + name + " with (force)");
            execute(connection, "create database " + name + " template " + copy);
        }
    }

    private static void cutOff(Connection connection, String database) throws SQLException {
        execute(connection, "alter database " + database + " allow_connections false");
        execute(
                connection,
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + database + "'");
    }

    private Connection connectTo(String name) throws SQLException {
        return DriverManager.getConnection(
                database.url().replaceFirst("/[^/]*$", "/" + name), database.user(), database.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends it as a crash does; what it has stored stays. */
    void kill() {
        process.kill();
    }

    /** Starts it again, at the same port. */
    void restart() {
        process.restart();
    }

    @Override
    public void close() {
        process.close();
    }
}
