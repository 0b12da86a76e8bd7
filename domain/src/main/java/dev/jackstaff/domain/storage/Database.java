package dev.jackstaff.domain.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The database as a whole: its schema, and whether it answers. */
@ApplicationScoped
public class Database {
    private static final int ANSWER_SECONDS = 2;

    @Resource(lookup = "jdbc/jackstaff")
    @SuppressWarnings("NullAway.Init")
    DataSource source;

    private volatile boolean migrated;

    /** Brings the schema to this version's form. Several hubs may do so at once: one does, the others wait. */
    public void migrate() {
        MigrateResult result = flyway(source).migrate();
        migrated = result.success;
    }

    /** Flyway as the hub uses it. It finds the migrations where this class is loaded from, in whatever archive they are. */
    static Flyway flyway(DataSource source) {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .load();
    }

    /** Why the database does not answer; empty where it does. */
    public String connectionFailure() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(ANSWER_SECONDS) ? "" : "the database does not answer";
        } catch (SQLException unreachable) {
            return "the database cannot be reached: " + unreachable.getMessage();
        }
    }

    /** Why the schema is not as it must be; empty where it is. */
    public String migrationFailure() {
        return migrated ? "" : "the schema has not been brought up to date";
    }
}
