package dev.jackstaff.domain.idempotency.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.idempotency.Claim;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;

/**
 * The mark that the current request has changed something. It is written in the transaction of the change, so that it says
 * after a crash whether the request was carried out.
 */
@ApplicationScoped
public class ChangeMark {
    private static final String MARKED = ChangeMark.class.getName();

    @Inject
    CurrentClaim current;

    @Inject
    IdempotencyStore store;

    @Inject
    Clock clock;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /**
     * Marks the current request, if it may be a repeated one.
     *
     * @throws DomainException.Conflict if another request took it over, because this one took so long
     */
    public void write() {
        current.find().filter(claim -> transaction.getResource(MARKED) == null).ifPresent(this::write);
    }

    private void write(Claim.Granted claim) {
        transaction.putResource(MARKED, true);
        if (!store.mark(claim, clock.instant())) {
            throw new DomainException.Conflict("another request with this idempotency key has taken over");
        }
    }
}
