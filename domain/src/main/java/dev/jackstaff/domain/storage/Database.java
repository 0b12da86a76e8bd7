package dev.jackstaff.domain.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** The database as a whole: its schema, and whether it answers. */
@ApplicationScoped
public class Database {
    private static final int ANSWER_SECONDS = 2;
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

    @Resource(lookup = "jdbc/jackstaff")
    @SuppressWarnings("NullAway.Init")
    DataSource source;

    @Inject
    DatabaseOwner owner;

    private volatile boolean migrated;

    /**
     * Migrates the schema to this version. Several hubs may do so at once: one migrates, the others wait.
     *
     * @throws FlywayException if the schema is not one that this version can migrate, or the migration fails
     */
    public void migrate() {
        if (migrated) {
            return;
        }
        try {
            DataSource migrating = owner.source(source);
            MigrateResult result = flyway(migrating).migrate();
            owner.grantTo(source);
            migrated = result.success;
            FLYWAY_LOG.setLevel(null);
        } catch (FlywayException refused) {
            FLYWAY_LOG.setLevel(Level.WARNING); // it would log its steps again for each further attempt
            throw refused;
        }
    }

    /** Flyway as the hub uses it. It finds the migrations in the archive that this class is loaded from. */
    static Flyway flyway(DataSource source) {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .load();
    }

    /** The reason why the database does not answer; empty if it does. */
    public String connectionFailure() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(ANSWER_SECONDS) ? "" : "the database does not answer";
        } catch (SQLException unreachable) {
            return "the database cannot be reached: " + unreachable.getMessage();
        }
    }

    /** The reason why the schema is not this version's; empty if it is. */
    public String migrationFailure() {
        return migrated ? "" : "the schema has not been migrated; see the log";
    }
}
