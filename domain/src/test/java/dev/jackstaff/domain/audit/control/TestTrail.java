package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.AuditAnchor;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.AuditText;
import dev.jackstaff.domain.audit.ChainReport;
import dev.jackstaff.domain.testing.DomainContainer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** An audit trail in a database of its own, whose owner may do to it what he likes. */
final class TestTrail {
    static final String SECRET = "a secret of the installation for tests";
    static final String NEXT_SECRET = "the next secret of the installation for tests";

    private static final int BATCH = 5_000;

    private static final String INSERT =
            """
            insert into audit_entry (id, at, actor, actor_kind, on_behalf_of, channel, address, request_id, change_id, action,
                resource, key, project, environment, reason, ticket, instructions, before, after, key_id, mac)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource database;
    private final AuditKeys keys = new AuditKeys();
    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private final AuditChain chain;

    /** A trail in a database with the whole schema, whose entries are signed. */
    TestTrail(DataSource database) {
        this.database = database;
        keys.configure(SECRET);
        chain = chainAt(clock);
    }

    /** A database with the whole schema. */
    static DataSource migratedDatabase() {
        DataSource database = DomainContainer.emptyDatabase();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    AuditChain chain() {
        return chain;
    }

    /** Goes on with other secrets. */
    void configure(String secrets) {
        keys.configure(secrets);
    }

    /** Writes entries with these ids, as hubs do. */
    void write(long... ids) {
        for (long id : ids) {
            write(entry(id, clock.instant()), keys.current().orElseThrow());
        }
    }

    /** Writes an entry of a time, as hubs do. */
    void write(long id, Instant at) {
        write(entry(id, at), keys.current().orElseThrow());
    }

    /** Writes the entry that announces the removal of all up to a link. */
    void announceRemoval(long id, long through) {
        String hash = DomainContainer.query(database, "select hash from audit_seal where sequence = " + through)
                .get(0);
        AuditEntryView plain = entry(id, clock.instant());
        write(
                new AuditEntryView(
                        id,
                        plain.at(),
                        "jackstaff",
                        "system",
                        "",
                        "system",
                        "",
                        "",
                        7,
                        "shortened",
                        "audit trail",
                        Long.toString(through),
                        "",
                        "",
                        "",
                        "",
                        null,
                        null,
                        "{\"through\":" + through + ",\"hash\":\"" + hash + "\"}"),
                keys.current().orElseThrow());
    }

    /** Writes entries with the ids from 1 on, many at once. */
    void writeMany(int count) {
        AuditKey key = keys.current().orElseThrow();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (long id = 1; id <= count; id++) {
                fill(insert, entry(id, clock.instant()), key);
                insert.addBatch();
                if (id % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
            connection.createStatement().execute("analyze audit_entry");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void write(AuditEntryView entry, AuditKey key) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            fill(insert, entry, key);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void fill(PreparedStatement insert, AuditEntryView entry, AuditKey key) throws SQLException {
        Object[] values = {
            entry.id(),
            Timestamp.from(entry.at()),
            entry.actor(),
            entry.actorKind(),
            entry.onBehalfOf(),
            entry.channel(),
            entry.address(),
            entry.requestId(),
            entry.changeId(),
            entry.action(),
            entry.resource(),
            entry.key(),
            entry.project(),
            entry.environment(),
            entry.reason(),
            entry.ticket(),
            entry.instructions(),
            entry.before(),
            entry.after(),
            key.id(),
            key.sign(AuditText.of(entry))
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
    }

    private static AuditEntryView entry(long id, Instant at) {
        return new AuditEntryView(
                id,
                at,
                "ada@example.org",
                "user",
                "",
                "api",
                "192.0.2.7",
                "request-" + id,
                id,
                "updated",
                "flag",
                "größe-" + id,
                "shop",
                "production",
                "the \"sale\" begins",
                "SHOP-" + id,
                "[{\"type\": \"turn-on\"}]",
                null,
                "{\"share\":1.50,\"text\":\"a\\nb\"}");
    }

    /** Seals all that waits. */
    void seal() {
        seal(chain);
    }

    /** Seals all that waits, as if it were another time. */
    void sealAt(Instant time) {
        seal(chainAt(Clock.fixed(time, ZoneOffset.UTC)));
    }

    private AuditChain chainAt(Clock time) {
        AuditChain made = new AuditChain(keys, time);
        made.source = database;
        return made;
    }

    private static void seal(AuditChain sealing) {
        boolean isThorough = true;
        while (sealing.extend(isThorough) > 0) {
            isThorough = false;
        }
    }

    ChainReport verify(AuditAnchor... known) {
        ChainReader reader = new ChainReader(keys);
        reader.source = database;
        return reader.verify(List.of(known));
    }

    /** Does something as the owner of the database, whom no trigger stops. */
    void tamper(String... statements) {
        execute("alter table audit_entry disable trigger all", "alter table audit_seal disable trigger all");
        execute(statements);
        execute("alter table audit_entry enable trigger all", "alter table audit_seal enable trigger all");
    }

    void execute(String... statements) {
        try (Connection connection = database.getConnection()) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    List<String> query(String sql) {
        return DomainContainer.query(database, sql);
    }
}
