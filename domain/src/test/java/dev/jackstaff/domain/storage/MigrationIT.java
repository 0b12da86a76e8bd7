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
        migrateTo("3", database);
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
    void historyBeginsWithWhatAPopulatedSchemaHas() throws SQLException {
        DataSource database = DomainContainer.emptyDatabase();
        migrateTo("11", database);
        execute(
                database,
                """
                insert into project (id, key, name, description, created_at, version)
                values (gen_random_uuid(), 'p', 'P', '', now(), 1);
                insert into environment (id, project_id, key, name, production, sort_order, revision, revision_at, created_at, version)
                select gen_random_uuid(), id, 'e', 'E', false, 0, 42, now(), now(), 1 from project;
                insert into flag (id, project_id, key, name, description, type, kind, owner, tags, server_only, archived, variants,
                    prerequisites, created_at, updated_at, version)
                select gen_random_uuid(), id, 'f', 'F', '', 'boolean', 'release', '', '[]', false, false,
                    '[{"key":"on","value":true}]', '[]', now(), now(), 7 from project;
                insert into flag_state (id, flag_id, environment_id, enabled, fallthrough, rules, updated_at, version)
                select gen_random_uuid(), f.id, e.id, true, '{"serve":"on"}',
                    '[{"name":"One","outcome":{"serve":"on"}},{"name":"Two","outcome":{"serve":"on"}}]', now(), 3
                from flag f, environment e;
                insert into segment (id, project_id, key, name, description, condition, created_at, updated_at, version)
                select gen_random_uuid(), id, 's', 'S', '', '{"all":[]}', now(), now(), 1 from project;
                """);

        Database.flyway(database).migrate();

        assertThat(DomainContainer.query(
                        database, "select revision || ' ' || project_revision from environment_revision"))
                .containsExactly("42 1");
        assertThat(DomainContainer.query(database, "select key || ' ' || project_revision from flag_version"))
                .containsExactly("f 1");
        assertThat(DomainContainer.query(database, "select revision || ' ' || enabled from flag_state_version"))
                .containsExactly("42 true");
        assertThat(DomainContainer.query(
                        database,
                        "select distinct id from (select jsonb_array_elements_text(rule_ids) as id from flag_state union all"
                                + " select jsonb_array_elements_text(rule_ids) from flag_state_version) ids"))
                .hasSize(2)
                .allMatch(id -> id.matches("[0-9a-f]{8}"));
        assertThat(DomainContainer.query(database, "select key from segment_version"))
                .containsExactly("s");
        assertThat(DomainContainer.query(
                        database,
                        "select key from flag where version <> recorded_version union all"
                                + " select 'state' from flag_state where version <> recorded_version"))
                .isEmpty();
    }

    @Test
    void theThreeRolesOfBeforeAreGrants() throws SQLException {
        DataSource database = DomainContainer.emptyDatabase();
        migrateTo("34", database);
        execute(
                database,
                """
                insert into hub_user (id, email, name, password_hash, role, active, created_at, version)
                select gen_random_uuid(), role || '@example.org', role, 'x', role, true, now(), 1
                from unnest(array['viewer', 'editor', 'admin']) as role;
                """);

        Database.flyway(database).migrate();

        assertThat(DomainContainer.query(
                        database,
                        "select email || ' ' || g.role || ' ' || project from effective_grant g join hub_user u"
                                + " on u.id = g.subject_id order by email"))
                .containsExactly(
                        "admin@example.org administrator ", "editor@example.org editor ", "viewer@example.org viewer ");
    }

    @Test
    void everyUniqueConstraintAndReferenceHasItsSentence() {
        DataSource database = DomainContainer.shared().database();
        Set<String> references = new HashSet<>(DomainContainer.query(database, CONSTRAINTS.formatted("f")));

        assertThat(DomainContainer.query(database, CONSTRAINTS.formatted("u")))
                .hasSize(15)
                .containsExactlyInAnyOrderElementsOf(ConstraintMessages.unique());
        assertThat(references).hasSize(42).containsExactlyInAnyOrderElementsOf(ConstraintMessages.references());
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

    private static void migrateTo(String version, DataSource database) {
        Flyway.configure()
                .configuration(Database.flyway(database).getConfiguration())
                .target(version)
                .load()
                .migrate();
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
