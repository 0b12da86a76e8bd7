package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.TaskScheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The admission of tokens that clients present and that are not known yet: they are validated in batches, and a refusal
 * is remembered for a while.
 */
final class TokenAdmission {
    static final Duration BATCH_DELAY = Duration.ofMillis(20);
    static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    static final Duration REFUSAL_TIME_TO_LIVE = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(TokenAdmission.class.getName());

    private final TokenValidator validator;
    private final TaskScheduler scheduler;
    private final Listener listener;
    private final PendingTokens pending;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /** A listener for the results of validations. */
    interface Listener {
        /** A token is valid. */
        void admitted(UnleashToken token);

        /** A token is not valid. */
        void refused(String secret);

        /** A validation has ended, with or without an answer. */
        void validationEnded(boolean answered);

        /** The server has answered for a batch of tokens, a second ago. */
        void batchAnswered();
    }

    TokenAdmission(TokenValidator validator, TaskScheduler scheduler, Listener listener, LongSupplier nanoTime) {
        this.validator = validator;
        this.scheduler = scheduler;
        this.listener = listener;
        this.pending = new PendingTokens(REFUSAL_TIME_TO_LIVE, nanoTime);
    }

    /** Submits an unknown token for validation; returns false if it was refused lately or is no token at all. */
    boolean submit(String secret) {
        PendingTokens.TokenStatus status = pending.submit(secret);
        if (status == PendingTokens.TokenStatus.NEW) {
            scheduleValidation(BATCH_DELAY);
        }
        return status != PendingTokens.TokenStatus.REFUSED;
    }

    /** Submits a token; returns whether its first validation has not ended yet. */
    boolean isUndecided(String secret) {
        return submit(secret) && pending.isUndecided(secret);
    }

    /** Records that a token is valid. */
    void markValid(String secret) {
        pending.markValid(secret);
    }

    /** Records that a token is not valid. */
    void markRefused(String secret) {
        pending.markRefused(secret);
    }

    private void scheduleValidation(Duration delay) {
        if (scheduled.compareAndSet(false, true)) {
            scheduler.schedule(delay, this::validatePending);
        }
    }

    private void validatePending() {
        List<String> secrets = pending.takeBatch(TokenValidator.MAX_TOKENS_PER_REQUEST);
        boolean answered = false;
        try {
            admitOrRefuse(secrets);
            answered = true;
            scheduler.schedule(RETRY_DELAY, listener::batchAnswered);
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.FINE, "Validation of new tokens is retried.", failed);
        } finally {
            scheduled.set(false);
            if (!answered) {
                pending.requeue(secrets);
            }
            if (pending.hasWaiting()) {
                scheduleValidation(answered ? BATCH_DELAY : RETRY_DELAY);
            }
            listener.validationEnded(answered);
        }
    }

    /** A server may refuse a whole request because of one token; then each is validated alone. */
    private void admitOrRefuse(List<String> secrets) throws IOException {
        Set<String> unknown = new HashSet<>(secrets);
        try {
            for (UnleashToken token : validator.validate(secrets)) {
                unknown.remove(token.secret());
                listener.admitted(token);
                pending.markValid(token.secret());
            }
        } catch (UnleashApiClient.UnexpectedStatusException refused) {
            if (!refused.isBadRequest()) {
                throw refused;
            }
            if (secrets.size() > 1) {
                for (String secret : secrets) {
                    admitOrRefuse(List.of(secret));
                }
                return;
            }
        }
        for (String secret : unknown) {
            pending.markRefused(secret);
            listener.refused(secret);
        }
    }
}
