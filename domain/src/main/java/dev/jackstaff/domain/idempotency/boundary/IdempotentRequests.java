package dev.jackstaff.domain.idempotency.boundary;

import dev.jackstaff.domain.idempotency.Claim;
import dev.jackstaff.domain.idempotency.RepeatableRequest;
import dev.jackstaff.domain.idempotency.StoredAnswer;
import dev.jackstaff.domain.idempotency.control.CurrentClaim;
import dev.jackstaff.domain.idempotency.control.IdempotencyStore;
import dev.jackstaff.domain.idempotency.control.IdempotencyStore.Known;
import dev.jackstaff.domain.idempotency.control.RequestRetention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The use cases of requests that may be repeated. The claim, the change and the answer are a transaction each; the change
 * leaves a mark, so that none is made twice, whatever happens in between.
 */
@ApplicationScoped
@Transactional
public class IdempotentRequests {
    /** The time after which a request that has neither changed anything nor been answered may be carried out by another. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    IdempotencyStore store;

    @Inject
    RequestRetention retention;

    @Inject
    CurrentClaim current;

    @Inject
    Clock clock;

    /** Claims a request for the current one, unless it was or is being carried out. Needs no role. */
    public Claim claim(RepeatableRequest request) {
        Instant now = clock.instant();
        Instant leftBefore = now.minus(PATIENCE);
        store.remove(request.actor(), retention.oldestKept(now));
        Optional<Claim.Granted> granted = store.claim(request, now, leftBefore);
        granted.ifPresent(current::set);
        return granted.<Claim>map(claim -> claim)
                .or(() -> store.find(request.id()).map(known -> known(known, request, leftBefore)))
                .orElseGet(Claim.Running::new);
    }

    private static Claim known(Known known, RepeatableRequest request, Instant leftBefore) {
        if (!known.content().equals(request.content())) {
            return new Claim.Different();
        }
        if (known.answer() != null) {
            return new Claim.Answered(known.answer());
        }
        return known.changed() && known.claimedAt().isBefore(leftBefore) ? new Claim.Lost() : new Claim.Running();
    }

    /** Stores the answer to a request that was carried out. Needs no role. */
    public void answer(Claim.Granted claim, StoredAnswer answer) {
        store.answer(claim, answer, clock.instant());
    }

    /** Forgets a request that was refused or failed, so that it can be carried out again. Needs no role. */
    public void release(Claim.Granted claim) {
        store.release(claim);
    }
}
