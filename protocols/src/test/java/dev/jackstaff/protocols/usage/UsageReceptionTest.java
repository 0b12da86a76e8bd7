package dev.jackstaff.protocols.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageDocument;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Served;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageReceptionTest {
    private static final String EDGE_KEY = "jks_edge_of-the-test";
    private static final byte[] BATCH =
            UsageDocument.write(new UsageBatch("edge-1", 7, Instant.EPOCH, 0, List.of(), List.of()));

    private final LiveEnvironments environments = new LiveEnvironments();
    private final List<String> taken = new ArrayList<>();
    private UsageIntake.Outcome outcome = UsageIntake.Outcome.TAKEN;
    private final UsageReception reception = new UsageReception(environments);

    UsageReceptionTest() {
        reception.handTo(this::take);
    }

    private UsageIntake.Outcome take(UsageBatch batch, byte[] document, Set<String> reach) {
        taken.add(batch.edge() + "/" + batch.sequence() + " " + reach);
        return outcome;
    }

    @Test
    void aBatchOfWhoHoldsTheKeyOfAnEdgeIsTakenForTheEnvironmentsOfThatKey() {
        serve();

        assertThat(reception.take(EDGE_KEY, BATCH).status()).isEqualTo(202);
        assertThat(taken).containsExactly("edge-1/7 [demo/production]");
    }

    @Test
    void otherKeysOpenNothingHere() {
        serve();

        assertThat(reception.take(Served.SERVER_KEY, BATCH).status()).isEqualTo(401);
        assertThat(reception.take(null, BATCH).status()).isEqualTo(401);
        assertThat(taken).isEmpty();
    }

    @Test
    void whileKeysAreNotKnownYetNobodyIsSentAwayForGood() {
        assertThat(reception.take(EDGE_KEY, BATCH).status()).isEqualTo(503);
    }

    @Test
    void whatIsNoBatchIsRefusedForGood() {
        serve();

        assertThat(reception
                        .take(EDGE_KEY, "{}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(taken).isEmpty();
    }

    @Test
    void whatCannotBeTakenNowHasToComeAgain() {
        serve();
        outcome = UsageIntake.Outcome.LATER;

        assertThat(reception.take(EDGE_KEY, BATCH)).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.headers()).containsKey("Retry-After");
        });
    }

    private void serve() {
        Snapshot demo = Served.demoAt(1);
        environments.serve(new Snapshot(
                demo.project(),
                demo.environment(),
                demo.environmentId(),
                demo.revision(),
                demo.changedAt(),
                demo.flags(),
                demo.segments(),
                demo.credentials(),
                List.of(new Credential("edge", Sha256.hex(EDGE_KEY), Credential.Kind.EDGE, null)),
                null));
        environments.complete();
    }
}
