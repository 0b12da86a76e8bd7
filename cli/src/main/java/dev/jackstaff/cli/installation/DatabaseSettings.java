package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.terminal.CommandFailedException;

/** The JDBC settings of the hub's database. */
public record DatabaseSettings(String url, String user, String password) {
    /** The role of the bundled database that the hub works with. */
    public static final String WORKER = "jackstaff";

    private static final String PREFIX = "jdbc:postgresql:";

    public DatabaseSettings {
        if (!url.startsWith(PREFIX)) {
            throw new CommandFailedException(
                    "JACKSTAFF_DB_URL must be a JDBC URL that begins with " + PREFIX + " but is " + url);
        }
        requireNoReference("JACKSTAFF_DB_URL", url);
        requireNoReference("JACKSTAFF_DB_USER", user);
        requireNoReference("JACKSTAFF_DB_PASSWORD", password);
    }

    /** The bundled database. */
    static DatabaseSettings bundled(LoopbackPort port, InstallationSecrets secrets) {
        return new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", secrets.postgresPassword());
    }

    private static void requireNoReference(String name, String value) {
        if (value.contains("${")) {
            throw new CommandFailedException(
                    name + " must not contain \"${\": the application server would substitute it");
        }
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
