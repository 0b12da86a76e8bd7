package dev.jackstaff.domain.idempotency.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.idempotency.Claim;
import dev.jackstaff.domain.idempotency.RepeatableRequest;
import dev.jackstaff.domain.idempotency.StoredAnswer;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdempotentRequestsIT {
    private static final StoredAnswer CREATED = new StoredAnswer(201, "/there", "\"0\"", "application/json", "{}");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final IdempotentRequests requests = hub.get(IdempotentRequests.class);
    private final RepeatableRequest request =
            new RepeatableRequest(UUID.randomUUID().toString(), "user somebody", "content");

    @Test
    void aRequestIsAnsweredAgainAndNotCarriedOut() {
        hub.callAsAdmin(() -> {
            Claim.Granted claim = granted();
            createFlag();
            requests.answer(claim, CREATED);
            return claim;
        });

        assertThat(claim()).isEqualTo(new Claim.Answered(CREATED));
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        assertThat(claim()).isInstanceOf(Claim.Granted.class);

        assertThat(hub.<Claim>callAsAdmin(
                        () -> requests.claim(new RepeatableRequest(request.id(), request.actor(), "other"))))
                .isInstanceOf(Claim.Different.class);
    }

    @Test
    void ofManyAtOnceOneIsCarriedOut() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Claim>> calls = Stream.<Callable<Claim>>generate(() -> this::claim)
                    .limit(16)
                    .toList();
            List<Claim> claims = new java.util.ArrayList<>();
            for (Future<Claim> call : callers.invokeAll(calls)) {
                claims.add(call.get());
            }

            assertThat(claims).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
            assertThat(claims).filteredOn(Claim.Running.class::isInstance).hasSize(15);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void whatWasRefusedCanBeSentAgain() {
        hub.callAsAdmin(() -> {
            Claim.Granted claim = granted();
            requests.release(claim);
            return claim;
        });

        assertThat(claim()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void aHubThatEndsBeforeItAnswersLeavesAMarkOfTheChange() {
        hub.callAsAdmin(() -> {
            granted();
            createFlag();
            return project;
        });
        assertThat(claim()).isInstanceOf(Claim.Running.class);

        grow();

        assertThat(claim()).isInstanceOf(Claim.Lost.class);
    }

    @Test
    void aFailureAfterTheChangeDoesNotForgetIt() {
        hub.callAsAdmin(() -> {
            Claim.Granted claim = granted();
            createFlag();
            requests.release(claim);
            return claim;
        });

        assertThat(claim()).isInstanceOf(Claim.Running.class);
    }

    @Test
    void whoTakesOverARequestThatWasLeftAloneCarriesItOutAndTheFirstCannotAnyMore() {
        hub.callAsAdmin(() -> {
            granted();
            grow();
            Claim second = java.util.concurrent.CompletableFuture.supplyAsync(this::claim)
                    .join();
            assertThat(second).isInstanceOf(Claim.Granted.class);

            assertThatExceptionOfType(DomainException.Conflict.class).isThrownBy(this::createFlag);
            return project;
        });

        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> hub.callAsAdmin(() -> hub.get(Flags.class).get(project, new FlagKey("once"))));
    }

    @Test
    void aLongAnswerIsNotStoredButThatThereWasOne() {
        hub.callAsAdmin(() -> {
            Claim.Granted claim = granted();
            requests.answer(
                    claim,
                    new StoredAnswer(200, null, null, "text/plain", "x".repeat(StoredAnswer.MAX_BODY_LENGTH + 1)));
            return claim;
        });

        assertThat(claim()).isEqualTo(new Claim.Answered(new StoredAnswer(200, null, null, "text/plain", null)));
    }

    @Test
    void afterTheRetentionARequestIsForgotten() {
        hub.callAsAdmin(() -> {
            Claim.Granted claim = granted();
            requests.answer(claim, CREATED);
            return claim;
        });
        hub.query("with made as (update idempotent_request set claimed_at = claimed_at - interval '25 hours'"
                + " where id = '" + request.id() + "' returning 1) select count(*) from made");

        assertThat(claim()).isInstanceOf(Claim.Granted.class);
    }

    private Claim.Granted granted() {
        return (Claim.Granted) requests.claim(request);
    }

    private Claim claim() {
        return hub.callAsAdmin(() -> requests.claim(request));
    }

    private void createFlag() {
        hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("once"));
    }

    /** The request is as old as if its hub had ended some time ago. */
    private void grow() {
        hub.query("with made as (update idempotent_request set claimed_at = claimed_at - interval '2 minutes'"
                + " where id = '" + request.id() + "' returning 1) select count(*) from made");
    }
}
