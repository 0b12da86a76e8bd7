package dev.jackstaff.domain.audit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.domain.audit.AuditAnchor;
import dev.jackstaff.domain.audit.ChainFault;
import dev.jackstaff.domain.audit.ChainFault.Kind;
import dev.jackstaff.domain.audit.ChainReport;
import dev.jackstaff.domain.audit.Seal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditChainIT {
    private static final DataSource DATABASE = TestTrail.migratedDatabase();
    private static final Instant OLD = Instant.parse("2025-01-01T00:00:00Z");

    private final TestTrail trail = new TestTrail(DATABASE);

    @BeforeEach
    void anEmptyTrail() {
        trail.tamper("truncate audit_entry, audit_seal");
    }

    @Test
    void entriesAreChainedInTheOrderInWhichTheyAreFound() {
        trail.write(10, 12);
        trail.seal();
        trail.write(11, 13);
        trail.seal();

        ChainReport report = trail.verify();

        assertThat(report.holds()).describedAs(String.valueOf(report.fault())).isTrue();
        assertThat(report.verified()).isEqualTo(4);
        assertThat(trail.query("select entry_id from audit_seal order by sequence"))
                .containsExactly("10", "12", "11", "13");
        assertThat(Objects.requireNonNull(report.first()).previous()).isEqualTo(Seal.BEGINNING);
        assertThat(report.unsealed()).isZero();
    }

    @Test
    void whatWaitsToBeSealedIsCountedApart() {
        trail.write(1);
        trail.seal();
        trail.write(2, 3);

        assertThat(trail.verify()).satisfies(report -> {
            assertThat(report.holds()).isTrue();
            assertThat(report.verified()).isEqualTo(1);
            assertThat(report.unsealed()).isEqualTo(2);
        });
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                argumentSet(
                        "an entry says otherwise",
                        Kind.CHANGED,
                        3,
                        3,
                        List.of("update audit_entry set actor = 'eve' where id = 3")),
                argumentSet(
                        "a value is spelled otherwise",
                        Kind.CHANGED,
                        3,
                        3,
                        List.of("update audit_entry set after = '{\"share\":1.5,\"text\":\"a\\nb\"}' where id = 3")),
                argumentSet(
                        "a time is another",
                        Kind.CHANGED,
                        2,
                        2,
                        List.of("update audit_entry set at = at + interval '1 microsecond' where id = 2")),
                argumentSet(
                        "a signature is gone",
                        Kind.CHANGED,
                        3,
                        3,
                        List.of("update audit_entry set mac = null, key_id = null where id = 3")),
                argumentSet("an entry is gone", Kind.REMOVED, 4, 4, List.of("delete from audit_entry where id = 4")),
                argumentSet(
                        "an entry is gone with its link",
                        Kind.REMOVED,
                        4,
                        0,
                        List.of("delete from audit_entry where id = 4", "delete from audit_seal where sequence = 4")),
                argumentSet(
                        "the beginning is gone",
                        Kind.REMOVED,
                        2,
                        0,
                        List.of("delete from audit_entry where id <= 2", "delete from audit_seal where sequence <= 2")),
                argumentSet(
                        "the links after it are counted anew",
                        Kind.REORDERED,
                        4,
                        5,
                        List.of(
                                "delete from audit_entry where id = 4",
                                "delete from audit_seal where sequence = 4",
                                "update audit_seal set sequence = 4 where sequence = 5",
                                "update audit_seal set sequence = 5 where sequence = 6")),
                argumentSet(
                        "two entries have changed places",
                        Kind.REORDERED,
                        2,
                        5,
                        List.of(
                                "update audit_seal set entry_id = -1 where sequence = 2",
                                "update audit_seal set entry_id = 2 where sequence = 5",
                                "update audit_seal set entry_id = 5 where sequence = 2")),
                argumentSet(
                        "two entries have each other's number",
                        Kind.CHANGED,
                        2,
                        2,
                        List.of(
                                "update audit_entry set id = -1 where id = 2",
                                "update audit_entry set id = 2 where id = 5",
                                "update audit_entry set id = 5 where id = -1")),
                argumentSet(
                        "a copy of an entry is added",
                        Kind.ADDED,
                        0,
                        100,
                        List.of(
                                "create temp table copied as select * from audit_entry where id = 3",
                                "update copied set id = 100",
                                "insert into audit_entry select * from copied",
                                "drop table copied")),
                argumentSet(
                        "an entry is added without a signature",
                        Kind.ADDED,
                        0,
                        101,
                        List.of(
                                "insert into audit_entry (id, at, actor, actor_kind, action, resource, key, project, environment)"
                                        + " values (101, now(), 'ada', 'user', 'created', 'flag', 'f', 'shop', '')")),
                argumentSet(
                        "an entry is added with a link",
                        Kind.CHANGED,
                        7,
                        102,
                        List.of(
                                "insert into audit_entry (id, at, actor, actor_kind, action, resource, key, project, environment)"
                                        + " values (102, now(), 'ada', 'user', 'created', 'flag', 'f', 'shop', '')",
                                "insert into audit_seal select 7, 102, digest, hash, digest, key_id, now() from audit_seal"
                                        + " where sequence = 6")));
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void theFirstBrokenEntryIsNamed(Kind kind, long sequence, long entry, List<String> statements) {
        trail.write(1, 2, 3, 4, 5, 6);
        trail.seal();
        assertThat(trail.verify().holds()).isTrue();

        trail.tamper(statements.toArray(String[]::new));
        trail.seal();

        ChainFault fault = trail.verify().fault();
        assertThat(fault).isNotNull().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.sequence()).isEqualTo(sequence);
            assertThat(found.entry()).isEqualTo(entry);
        });
    }

    @Test
    void anEndThatIsGoneIsKnownToWhoeverHasSeenIt() {
        trail.write(1, 2, 3);
        trail.seal();
        AuditAnchor seen = trail.chain().lastSeen().map(AuditAnchor::of).orElseThrow();

        trail.tamper("delete from audit_entry where id = 3", "delete from audit_seal where sequence = 3");

        assertThat(trail.verify().holds()).isTrue();
        assertThat(trail.verify(seen).fault()).isNotNull().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.REMOVED);
            assertThat(fault.sequence()).isEqualTo(3);
        });
    }

    @Test
    void aChainThatWasMadeAnewIsNotTheOneThatWasAnchored() {
        trail.write(1, 2);
        trail.seal();
        AuditAnchor seen = trail.chain().lastSeen().map(AuditAnchor::of).orElseThrow();
        trail.tamper("truncate audit_entry, audit_seal");
        trail.write(3, 4);
        trail.seal();

        assertThat(trail.verify(seen).fault())
                .isNotNull()
                .extracting(ChainFault::sequence)
                .isEqualTo(2L);
    }

    @Test
    void nobodyChangesOrRemovesWhatIsWritten() {
        trail.write(1);
        trail.seal();

        for (String statement : List.of(
                "update audit_entry set actor = 'eve'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_seal set hash = ''",
                "delete from audit_seal",
                "truncate audit_seal")) {
            assertThatThrownBy(() -> trail.execute(statement)).hasMessageContaining("append-only");
        }
        assertThat(trail.verify().verified()).isEqualTo(1);
    }

    @Test
    void anotherKeyGoesOnWhereTheOneBeforeStopped() {
        trail.write(1, 2);
        trail.seal();
        trail.configure(TestTrail.NEXT_SECRET + "," + TestTrail.SECRET);
        trail.write(3);
        trail.seal();

        assertThat(trail.verify()).satisfies(report -> {
            assertThat(report.holds()).isTrue();
            assertThat(report.verified()).isEqualTo(3);
            assertThat(report.keys()).hasSize(2);
        });
        trail.configure(TestTrail.NEXT_SECRET);
        assertThat(trail.verify().fault()).isNotNull().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.UNKNOWN_KEY);
            assertThat(fault.sequence()).isEqualTo(1);
        });
    }

    @Test
    void entriesFromBeforeBeginTheChainAndNoneIsTakenLater() {
        String unsigned =
                "insert into audit_entry (id, at, actor, actor_kind, action, resource, key, project, environment,"
                        + " after) select n, now(), 'ada', 'user', 'created', 'flag', 'f', 'shop', '', '{\"a\": 1}'"
                        + " from generate_series(%s) n";
        trail.execute(unsigned.formatted("1, 1500"));
        trail.write(2000);
        trail.seal();

        assertThat(trail.verify()).satisfies(report -> {
            assertThat(report.holds()).isTrue();
            assertThat(report.verified()).isEqualTo(1501);
            assertThat(report.unsigned()).isEqualTo(1500);
        });

        trail.execute(unsigned.formatted("2001, 2001"));
        trail.seal();
        assertThat(trail.verify().fault())
                .isNotNull()
                .extracting(ChainFault::kind)
                .isEqualTo(Kind.ADDED);
    }

    @Test
    void entriesOfTheLastThirtyDaysAreNeverRemoved() {
        trail.write(1, OLD);
        trail.seal();

        assertThatThrownBy(() -> trail.query("select remove_audit_prefix(1)")).hasMessageContaining("last 30 days");

        assertThat(trail.verify().verified()).isEqualTo(1);
    }

    @Test
    void aRemovalThatTheChainDoesNotAnnounceIsAFault() {
        trail.write(1, OLD);
        trail.write(2, OLD);
        trail.sealAt(OLD);
        trail.write(3);
        trail.seal();

        assertThat(trail.query("select remove_audit_prefix(2)")).containsExactly("2");

        assertThat(trail.verify().fault())
                .isNotNull()
                .extracting(ChainFault::kind)
                .isEqualTo(Kind.REMOVED);
    }

    @Test
    void aRemovalThatTheChainAnnouncesIsNone() {
        trail.write(1, OLD);
        trail.write(2, OLD);
        trail.sealAt(OLD);
        trail.announceRemoval(3, 2);
        trail.seal();

        trail.query("select remove_audit_prefix(2)");

        assertThat(trail.verify()).satisfies(report -> {
            assertThat(report.fault()).isNull();
            assertThat(report.removedThrough()).isEqualTo(2);
            assertThat(report.verified()).isEqualTo(1);
        });
    }
}
