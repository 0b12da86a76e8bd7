package dev.jackstaff.domain.oidc.control;

import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document of a provider, with the last attempt to fetch it. What is fresh is read without waiting; of those who need it
 * fetched, one fetches and the others wait. Thread-safe.
 */
final class CachedDocument<T> {
    /** The time between two attempts, whatever callers ask for. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final Source<T> source;
    private volatile @Nullable State<T> state;

    /** The place that a document comes from. */
    @FunctionalInterface
    interface Source<T> {
        T fetch() throws ProviderUnavailableException;
    }

    /**
     * The outcome of the last attempt.
     *
     * @param document the latest that was fetched; null if none ever was
     * @param failure why the last attempt failed; null if it did not
     */
    private record State<T>(@Nullable T document, Instant fetchedAt, Instant attemptedAt, @Nullable String failure) {
        boolean isFresh(Instant now, Duration maxAge) {
            return document != null && Duration.between(fetchedAt, now).compareTo(maxAge) < 0;
        }

        boolean isTooSoon(Instant now) {
            return Duration.between(attemptedAt, now).compareTo(PAUSE) < 0;
        }
    }

    CachedDocument(Source<T> source) {
        this.source = source;
    }

    /** The document, fetched again if it is older than allowed; the old one if that fails. */
    T get(Instant now, Duration maxAge) throws ProviderUnavailableException {
        State<T> known = state;
        if (known == null || !known.isFresh(now, maxAge)) {
            known = refreshed(now, maxAge);
        }
        T document = known.document();
        if (document == null) {
            throw new ProviderUnavailableException(String.valueOf(known.failure()));
        }
        return document;
    }

    /** The document as above, unless the last attempt to fetch it failed. */
    T current(Instant now) throws ProviderUnavailableException {
        T document = get(now, PAUSE);
        State<T> known = state;
        if (known != null && known.failure() != null) {
            throw new ProviderUnavailableException(known.failure());
        }
        return document;
    }

    private synchronized State<T> refreshed(Instant now, Duration maxAge) {
        State<T> known = state;
        if (known != null && (known.isFresh(now, maxAge) || known.isTooSoon(now))) {
            return known;
        }
        State<T> next;
        try {
            next = new State<>(source.fetch(), now, now, null);
        } catch (ProviderUnavailableException failed) {
            next = known == null
                    ? new State<>(null, now, now, String.valueOf(failed.getMessage()))
                    : new State<>(known.document(), known.fetchedAt(), now, String.valueOf(failed.getMessage()));
        }
        state = next;
        return next;
    }
}
