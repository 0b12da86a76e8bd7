package dev.jackstaff.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.testing.DomainContainer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationIT {
    private static final String CONSTRAINTS =
            "select conname from pg_constraint c join pg_class t on t.oid = c.conrelid"
                    + " where t.relnamespace = 'public'::regnamespace and t.relname <> 'flyway_schema_history'"
                    + " and contype = '%s'";

    @Test
    void anEmptyDatabaseGetsTheWholeSchema() {
        DataSource empty = DomainContainer.emptyDatabase();

        int migrations = Database.flyway(empty).info().pending().length;

        assertThat(Database.flyway(empty).migrate().migrationsExecuted)
                .isEqualTo(migrations)
                .isGreaterThan(8);

        assertThat(DomainContainer.query(empty, "select tablename from pg_tables where schemaname = 'public'"))
                .contains("project", "environment", "segment", "flag", "flag_state", "hub_user", "api_key", "outbox");
    }

    @Test
    void migratingAgainChangesNothing() {
        DataSource database = DomainContainer.emptyDatabase();
        Database.flyway(database).migrate();

        assertThat(Database.flyway(database).migrate().migrationsExecuted).isZero();
    }

    @Test
    void aPopulatedSchemaKeepsItsRowsThroughLaterMigrations() throws SQLException {
        DataSource database = DomainContainer.emptyDatabase();
        Flyway.configure()
                .configuration(Database.flyway(database).getConfiguration())
                .target("3")
                .load()
                .migrate();
        execute(database, "insert into project values (gen_random_uuid(), 'p', 'P', '', now(), 1)");
        execute(
                database,
                "insert into environment select gen_random_uuid(), id, 'e', 'E', false, 0, 1, now(), now(), 1 from project");

        Database.flyway(database).migrate();

        assertThat(DomainContainer.query(
                        database, "select p.key || '/' || e.key from environment e join project p on true"))
                .containsExactly("p/e");
        assertThat(DomainContainer.query(database, "select content_bytes from environment"))
                .containsExactly("1000");
    }

    @Test
    void everyUniqueConstraintAndReferenceHasItsSentence() {
        DataSource database = DomainContainer.shared().database();
        Set<String> references = new HashSet<>(DomainContainer.query(database, CONSTRAINTS.formatted("f")));

        assertThat(DomainContainer.query(database, CONSTRAINTS.formatted("u")))
                .hasSize(7)
                .containsExactlyInAnyOrderElementsOf(ConstraintMessages.unique());
        assertThat(references).hasSize(15).containsExactlyInAnyOrderElementsOf(ConstraintMessages.references());
    }

    @Test
    void everyConstraintIsNamedAfterItsTableAndKind() {
        String kinds = CONSTRAINTS.replace("contype = '%s'", "contype <> 'n'");

        assertThat(DomainContainer.query(DomainContainer.shared().database(), kinds))
                .hasSizeGreaterThan(30)
                .allMatch(name -> name.matches("[a-z_]+_(pk|uk|fk|ck)"));
    }

    @Test
    void theDatabaseKeepsEvenAKeyOutThatJavaLetThrough() throws SQLException {
        DataSource database = DomainContainer.shared().database();

        assertThatThrownBy(() ->
                        execute(database, "insert into project values (gen_random_uuid(), 'a/b', 'P', '', now(), 1)"))
                .hasMessageContaining("project_key_ck");
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
