package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.terminal.Failure;

/** The PostgreSQL database of the hub, as JDBC reaches it. */
public record Database(String url, String user, String password) {
    private static final String PREFIX = "jdbc:postgresql:";

    public Database {
        if (!url.startsWith(PREFIX)) {
            throw new Failure("JACKSTAFF_DB_URL must be a JDBC URL that begins with " + PREFIX + " but is " + url);
        }
        refuseReference("JACKSTAFF_DB_URL", url);
        refuseReference("JACKSTAFF_DB_USER", user);
        refuseReference("JACKSTAFF_DB_PASSWORD", password);
    }

    /** The one that up brings along. */
    static Database own(LoopbackPort port, Secrets secrets) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", secrets.postgres());
    }

    private static void refuseReference(String name, String value) {
        if (value.contains("${")) {
            throw new Failure(name + " must not contain \"${\": the application server would replace it");
        }
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
