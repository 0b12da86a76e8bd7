package dev.jackstaff.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.testing.DomainContainer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseOwnerIT {
    private static final String WORKER = "hub \"worker\"";
    private static final String PASSWORD = "secret of the worker";
    private static final String ENTRY =
            "insert into audit_entry (at, actor, actor_kind, action, resource, key, project, environment)"
                    + " values (now(), 'ada', 'user', 'created', 'flag', 'f', 'shop', '')";

    private final PGSimpleDataSource owning = DomainContainer.emptyDatabase();
    private final PGSimpleDataSource working = new PGSimpleDataSource();
    private final DatabaseOwner owner = new DatabaseOwner();

    @BeforeEach
    void twoRoles() throws SQLException {
        execute(
                owning,
                "do $$ begin if not exists (select from pg_roles where rolname = 'hub \"worker\"') then"
                        + " create role \"hub \"\"worker\"\"\" login password '" + PASSWORD + "'; end if; end $$");
        working.setUrl(owning.getUrl());
        working.setUser(WORKER);
        working.setPassword(PASSWORD);
        owner.configure("postgres", "postgres");
    }

    @Test
    void theHubWorksWithEverythingAndOnlyAddsToTheAuditTrail() throws SQLException {
        migrate();

        execute(working, ENTRY);
        execute(working, "insert into project values (gen_random_uuid(), 'p', 'P', '', now(), 1)");
        execute(working, "update project set name = 'Q'");
        execute(working, "delete from project");
        for (String statement : List.of(
                "update audit_entry set actor = 'eve'",
                "delete from audit_entry",
                "truncate audit_entry",
                "alter table audit_entry disable trigger all",
                "drop trigger audit_entry_append_only on audit_entry",
                "create or replace function refuse_audit_change() returns trigger language plpgsql as $$ begin return old; end $$",
                "update audit_seal set hash = ''",
                "delete from audit_seal",
                "delete from flyway_schema_history")) {
            assertThatThrownBy(() -> execute(working, statement))
                    .describedAs(statement)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
        assertThat(DomainContainer.query(working, "select actor from audit_entry"))
                .containsExactly("ada");
        assertThat(DomainContainer.query(
                        working, "select has_function_privilege('pg_control_system()', 'execute')::text"))
                .describedAs("the epoch of the database is found as by its owner")
                .containsExactly("true");
    }

    @Test
    void anInstallationWithOneRoleGetsTheSecondByAnUpgrade() throws SQLException {
        Database.flyway(owning).migrate();
        execute(owning, ENTRY);

        migrate();

        execute(working, ENTRY);
        assertThat(DomainContainer.query(working, "select count(*) from audit_entry"))
                .containsExactly("2");
        assertThatThrownBy(() -> execute(working, "delete from audit_entry")).hasMessageContaining("permission denied");
    }

    @Test
    void theHubRemovesOldEntriesThroughTheOwnersFunctionOnly() throws SQLException {
        migrate();
        execute(working, ENTRY.replace("now()", "now() - interval '40 days'"));
        execute(
                working,
                "insert into audit_seal select 1, id, '', '', '', '', now() - interval '40 days' from audit_entry");

        assertThat(DomainContainer.query(working, "select remove_audit_prefix(1)"))
                .containsExactly("1");
        assertThat(DomainContainer.query(working, "select count(*) from audit_entry"))
                .containsExactly("0");
    }

    private void migrate() {
        Database.flyway(owner.source(working)).migrate();
        owner.grantTo(working);
    }

    private static void execute(PGSimpleDataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
