package dev.jackstaff.cli.postgres;

import dev.jackstaff.cli.installation.DatabaseSettings;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** An external PostgreSQL. It is checked before the start, because a hub without its database fails late. */
public record ExternalDatabase(DatabaseSettings settings) {
    private static final String TIMEOUT_SECONDS = "10";

    /** Fails with the reason if the database cannot be used. */
    public void requireReachable() {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        try {
            DriverManager.getConnection(settings.url(), properties).close();
        } catch (SQLException e) {
            throw new CommandFailedException(
                    "The database that JACKSTAFF_DB_URL names cannot be used: " + e.getMessage(), e);
        }
    }
}
