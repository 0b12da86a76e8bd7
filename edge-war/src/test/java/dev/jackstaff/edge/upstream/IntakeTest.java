package dev.jackstaff.edge.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.DialectCompiler;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final String KEY = "demo/production";

    private final LiveEnvironments environments = new LiveEnvironments();
    private final Freshness freshness = new Freshness();
    private final Intake intake = IntakeFixture.create(environments, freshness);

    @Test
    void aNewerRevisionIsServedAndAnOlderOneIsNoFault() {
        assertThat(intake.apply(KEY, document(7))).isTrue();
        assertThat(intake.apply(KEY, document(6))).isTrue();

        assertThat(revision()).isEqualTo(7);
    }

    @Test
    void aBrokenDocumentIsRefusedAndTheLastGoodOneServed() {
        intake.apply(KEY, document(7));
        String invalid = new String(document(8), StandardCharsets.UTF_8).replace("\"flags\":[]", "\"flags\":[{}]");

        assertThat(intake.apply(KEY, invalid.getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(revision()).isEqualTo(7);
        assertThat(intake.apply(KEY, document(9))).isTrue();
        assertThat(revision()).isEqualTo(9);
    }

    @Test
    void aDocumentOfAnotherEnvironmentIsRefused() {
        assertThat(intake.apply("demo/staging", document(7))).isFalse();

        assertThat(environments.environments()).isEmpty();
    }

    @Test
    void aDialectThatNobodyUnderstandsIsRefused() {
        Snapshot unknown = IntakeFixture.snapshot(7, new ForeignDocument("klingon", JsonText.parse("{}")));

        assertThatExceptionOfType(DocumentException.class).isThrownBy(() -> intake.apply(unknown));
        assertThat(environments.environments()).isEmpty();
    }

    @Test
    void whatTheSourceNoLongerHasIsNotServed() {
        intake.apply(KEY, document(7));
        intake.confirm(KEY, Duration.ZERO);

        intake.retainOnly(Set.of("demo/staging"));

        assertThat(environments.environments()).isEmpty();
        assertThat(freshness.oldest()).isEmpty();
    }

    @Test
    void aSourceThatWentBackConfirmsNothing() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        LiveEnvironments followed = new LiveEnvironments(clock(now), new DialectCompiler(List.of()));
        Intake following = IntakeFixture.create(followed, freshness);
        following.apply(KEY, document(500));
        now.set(Instant.EPOCH.plusSeconds(60));

        following.confirm(KEY, SnapshotHead.of(document(12)), Duration.ZERO);
        assertThat(freshness.age(KEY)).isEmpty();
        assertThat(freshness.ahead()).containsExactly(KEY);

        following.apply(KEY, document(60_000_000));
        following.confirm(KEY, SnapshotHead.of(document(60_000_000)), Duration.ZERO);
        assertThat(freshness.age(KEY)).isPresent();
        assertThat(freshness.ahead()).isEmpty();
    }

    @Test
    void aSnapshotThatIsBehindItsSourceIsNotConfirmed() {
        intake.apply(KEY, document(7));

        intake.confirm(KEY, SnapshotHead.of(document(8)), Duration.ZERO);

        assertThat(freshness.age(KEY)).isEmpty();
        assertThat(freshness.ahead()).isEmpty();
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return Objects.requireNonNull(now.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Test
    void nothingIsConfirmedThatIsNotServed() {
        intake.confirm(KEY, Duration.ZERO);

        assertThat(freshness.oldest()).isEmpty();
    }

    @Test
    void aRemovedEnvironmentLeavesNoAgeHoweverItIsConfirmedMeanwhile() throws InterruptedException {
        AtomicBoolean finished = new AtomicBoolean();
        Thread confirmer = new Thread(() -> {
            while (!finished.get()) {
                intake.confirm(KEY, Duration.ZERO);
            }
        });
        confirmer.start();
        try {
            for (int i = 1; i <= 2_000; i++) {
                intake.apply(KEY, document(i));
                intake.withdraw(KEY);
                assertThat(freshness.oldest()).isEmpty();
            }
        } finally {
            finished.set(true);
            confirmer.join();
        }
    }

    @Test
    void aBackupThatIsFoundLateDoesNotBringBackWhatWasRemoved() {
        intake.apply(KEY, document(7));
        intake.withdraw(KEY);

        assertThat(intake.restore(IntakeFixture.snapshot(7, null), Duration.ZERO, true))
                .isFalse();
        assertThat(environments.environments()).isEmpty();
    }

    @Test
    void aBackupThatIsFoundLateServesWhatTheUpstreamHasNotBroughtYet() {
        assertThat(intake.restore(IntakeFixture.snapshot(7, null), Duration.ZERO, true))
                .isTrue();

        assertThat(revision()).isEqualTo(7);
    }

    @Test
    void aBackupThatIsFoundLateBringsNothingOnceEverythingIsKnown() {
        intake.apply(KEY, document(7));
        intake.withdraw(KEY);
        intake.markComplete();

        assertThat(intake.restore(IntakeFixture.snapshot(7, null), Duration.ZERO, true))
                .isFalse();
        assertThat(environments.environments()).isEmpty();
    }

    private long revision() {
        return Objects.requireNonNull(environments.environment(KEY)).revision();
    }

    private static byte[] document(long revision) {
        return SnapshotWriter.write(IntakeFixture.snapshot(revision, null));
    }
}
