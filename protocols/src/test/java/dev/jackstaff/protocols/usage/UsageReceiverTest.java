package dev.jackstaff.protocols.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageReceiverTest {
    private static final String EDGE_KEY = "jks_edge_of-the-test";
    private static final byte[] BATCH =
            UsageBatchCodec.write(new UsageBatch("edge-1", 7, Instant.EPOCH, 0, List.of(), List.of()));

    private final LiveEnvironments environments = new LiveEnvironments();
    private final List<String> taken = new ArrayList<>();
    private UsageIntake.IntakeResult outcome = UsageIntake.IntakeResult.STORED;
    private final UsageReceiver reception = new UsageReceiver(environments);

    UsageReceiverTest() {
        reception.setIntake(this::take);
    }

    private UsageIntake.IntakeResult take(UsageBatch batch, byte[] document) {
        assertThat(UsageBatchCodec.read(document)).isEqualTo(batch);
        taken.add(batch.edge() + "/" + batch.sequence() + " "
                + batch.entries().stream().map(UsageEntry::environment).toList() + " dropped " + batch.dropped());
        return outcome;
    }

    @Test
    void aBatchOfWhoHoldsTheKeyOfAnEdgeIsTaken() {
        serve();

        assertThat(reception.receive(EDGE_KEY, BATCH).status()).isEqualTo(202);
        assertThat(taken).containsExactly("edge-1/7 [] dropped 0");
    }

    @Test
    void whatWasCountedWhereTheKeyDoesNotOpenIsDroppedAndCounted() {
        serve();

        assertThat(reception.receive(EDGE_KEY, batchOfTwoEnvironments()).status())
                .isEqualTo(202);

        assertThat(taken).containsExactly("edge-1/8 [demo/production] dropped 6");
    }

    @Test
    void nothingIsDroppedWhileItIsNotKnownWhatTheKeyOpens() {
        environments.serve(snapshot());

        assertThat(reception.receive(EDGE_KEY, batchOfTwoEnvironments()).status())
                .isEqualTo(503);
        assertThat(taken).isEmpty();
    }

    @Test
    void nothingIsDroppedWhileANewKeyOfTheInstallationDoesNotOpenAllItWill() {
        environments.serve(snapshot(true));
        environments.serve(EnvironmentFixtures.environment("demo", "staging", 1));
        environments.markComplete();

        assertThat(reception.receive(EDGE_KEY, batchOfTwoEnvironments())).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.headers()).containsKey("Retry-After");
        });
        assertThat(taken).isEmpty();

        environments.serve(EnvironmentFixtures.reachableByEdge("demo", "staging", 2));

        assertThat(reception.receive(EDGE_KEY, batchOfTwoEnvironments()).status())
                .isEqualTo(202);
        assertThat(taken).containsExactly("edge-1/8 [demo/production, demo/staging] dropped 1");
    }

    @Test
    void whatWasCountedInAnEnvironmentThatIsGoneIsDroppedWhateverTheKeyOpens() {
        environments.serve(snapshot(true));
        environments.markComplete();

        assertThat(reception.receive(EDGE_KEY, batchOfTwoEnvironments()).status())
                .isEqualTo(202);
        assertThat(taken).containsExactly("edge-1/8 [demo/production] dropped 6");
    }

    private static byte[] batchOfTwoEnvironments() {
        return UsageBatchCodec.write(new UsageBatch(
                "edge-1",
                8,
                Instant.EPOCH,
                1,
                List.of(
                        new UsageEntry("demo/production", "shop", "", "blue", true, "on", Instant.EPOCH, 3),
                        new UsageEntry("demo/staging", "shop", "", "blue", true, "on", Instant.EPOCH, 5)),
                List.of(new ClientReport(ClientReport.Kind.UNLEASH_IMPACT, "demo/staging", JsonText.parse("{}")))));
    }

    @Test
    void otherKeysOpenNothingHere() {
        serve();

        assertThat(reception.receive(EnvironmentFixtures.SERVER_KEY, BATCH).status())
                .isEqualTo(401);
        assertThat(reception.receive(null, BATCH).status()).isEqualTo(401);
        assertThat(taken).isEmpty();
    }

    @Test
    void whileKeysAreNotKnownYetNobodyIsSentAwayForGood() {
        assertThat(reception.receive(EDGE_KEY, BATCH).status()).isEqualTo(503);
    }

    @Test
    void whatIsNoBatchIsRefusedForGood() {
        serve();

        assertThat(reception
                        .receive(EDGE_KEY, "{}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(taken).isEmpty();
    }

    @Test
    void whatCannotBeTakenNowHasToComeAgain() {
        serve();
        outcome = UsageIntake.IntakeResult.RETRY_LATER;

        assertThat(reception.receive(EDGE_KEY, BATCH)).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.headers()).containsKey("Retry-After");
        });
    }

    private void serve() {
        environments.serve(snapshot());
        environments.markComplete();
    }

    private static Snapshot snapshot() {
        return snapshot(false);
    }

    private static Snapshot snapshot(boolean everywhere) {
        Snapshot demo = EnvironmentFixtures.demoAt(1);
        return new Snapshot(
                demo.project(),
                demo.environment(),
                demo.environmentId(),
                demo.revision(),
                demo.changedAt(),
                demo.flags(),
                demo.segments(),
                demo.credentials(),
                List.of(new Credential("edge", Sha256.hex(EDGE_KEY), Credential.Kind.EDGE, null, everywhere)),
                null);
    }
}
