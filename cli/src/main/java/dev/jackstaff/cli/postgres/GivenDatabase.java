package dev.jackstaff.cli.postgres;

import dev.jackstaff.cli.installation.Database;
import dev.jackstaff.cli.terminal.Failure;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A PostgreSQL that is not started here. It is asked first, as a hub without its database can only fail, and late. */
public record GivenDatabase(Database database) {
    private static final String TIMEOUT_SECONDS = "10";

    /** Fails with the reason when the hub could not use the database. */
    public void check() {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        try {
            DriverManager.getConnection(database.url(), properties).close();
        } catch (SQLException e) {
            throw new Failure("The database that JACKSTAFF_DB_URL names cannot be used: " + e.getMessage(), e);
        }
    }
}
