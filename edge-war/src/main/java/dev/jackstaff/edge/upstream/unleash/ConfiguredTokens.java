package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.upstream.TaskScheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The configured tokens. They are validated until the server knows all of them, less and less often. */
final class ConfiguredTokens {
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_RETRY_DELAY = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(ConfiguredTokens.class.getName());

    private final List<String> configured;
    private final TokenValidator validator;
    private final TaskScheduler scheduler;
    private final Listener listener;
    private final Backoff backoff = new Backoff(RETRY_DELAY, MAX_RETRY_DELAY);
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean retryScheduled = new AtomicBoolean();

    /** The secrets that the server does not know. */
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    private volatile boolean validatedOnce;

    /** A listener for the results of validations. */
    interface Listener {
        /** A configured token is valid. */
        void validated(UnleashToken token);

        /** The server has answered for all configured tokens. */
        void allAnswered();
    }

    ConfiguredTokens(List<String> configured, TokenValidator validator, TaskScheduler scheduler, Listener listener) {
        this.configured = configured;
        this.validator = validator;
        this.scheduler = scheduler;
        this.listener = listener;
        unknown.addAll(configured);
    }

    /** Starts the validation. */
    void start() {
        scheduler.execute(this::validateUnknown);
    }

    /** Whether there are none. */
    boolean isEmpty() {
        return configured.isEmpty();
    }

    /** Whether the server has answered for all of them once. */
    boolean areAnswered() {
        return validatedOnce;
    }

    /** Whether the server's first answer for this token is still to come. */
    boolean awaits(String secret) {
        return !validatedOnce && unknown.contains(secret);
    }

    /** Records that the server knows a token. */
    void markKnown(String secret) {
        unknown.remove(secret);
    }

    /** Records that the server no longer knows a token; a configured one is validated again and again. */
    void markUnknown(String secret) {
        if (configured.contains(secret) && unknown.add(secret)) {
            scheduleRetry();
        }
    }

    private void validateUnknown() {
        try {
            for (UnleashToken token : validator.validate(List.copyOf(unknown))) {
                listener.validated(token);
                unknown.remove(token.secret());
            }
            logUnknown();
            validatedOnce = true;
            listener.allAnswered();
            if (unknown.isEmpty()) {
                rounds.set(0);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.FINE, "Validation of the configured tokens is retried.", failed);
        } finally {
            scheduleRetry();
        }
    }

    private void logUnknown() {
        if (!validatedOnce && !unknown.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "The Unleash server does not know {0} of the configured tokens; check jackstaff.edge.upstream.tokens.",
                    unknown.size());
        }
    }

    /** Schedules another validation of unknown tokens, one at a time. */
    private void scheduleRetry() {
        if (!unknown.isEmpty() && retryScheduled.compareAndSet(false, true)) {
            scheduler.scheduleWithJitter(backoff.delay(rounds.incrementAndGet()), () -> {
                retryScheduled.set(false);
                validateUnknown();
            });
        }
    }
}
