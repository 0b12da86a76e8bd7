package dev.jackstaff.cli.postgres;

import dev.jackstaff.cli.installation.DatabaseSettings;
import dev.jackstaff.cli.installation.InstallationState;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role of the bundled database that the hub works with. It owns nothing; what it may do, it is granted by the hub when
 * that migrates the schema as the owner.
 */
public record WorkerRole(InstallationState state) {
    /** Creates the role, or gives the existing one the password of this installation. */
    public void prepare() {
        DatabaseSettings owner = state.database();
        DatabaseSettings worker = state.workerDatabase();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            String name = statement.enquoteIdentifier(worker.user(), true);
            boolean exists = statement
                    .executeQuery("select 1 from pg_roles where rolname = " + statement.enquoteLiteral(worker.user()))
                    .next();
            statement.execute((exists ? "alter" : "create") + " role " + name + " login password "
                    + statement.enquoteLiteral(worker.password()));
        } catch (SQLException e) {
            throw new CommandFailedException(
                    "The role that the hub works with cannot be made in PostgreSQL: " + e.getMessage(), e);
        }
    }
}
