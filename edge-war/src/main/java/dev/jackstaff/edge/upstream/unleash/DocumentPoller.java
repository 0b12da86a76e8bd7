package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.TaskScheduler;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import java.io.IOException;
import java.time.Duration;

/**
 * The poller of features documents: each one at the poll interval, sooner after a failure or a change event. One thread
 * at a time fetches a document.
 */
final class DocumentPoller {
    private final UnleashServer server;
    private final TokenRegistry registry;
    private final TaskScheduler scheduler;
    private final UpstreamErrors errors;
    private final Duration interval;
    private final Listener listener;

    /** A listener for the server's answers. */
    interface Listener {
        /**
         * A document was fetched, or is unchanged.
         *
         * @param token the token that fetched it
         * @param age the age of the server's own copy
         */
        void fetched(PolledDocument document, UnleashToken token, Duration age);

        /**
         * The server rejected a token.
         *
         * @throws IOException if the token is valid nevertheless, or cannot be validated
         */
        void rejected(UnleashToken token, int status) throws IOException;
    }

    DocumentPoller(
            UnleashServer server,
            TokenRegistry registry,
            TaskScheduler scheduler,
            UpstreamErrors errors,
            Duration interval,
            Listener listener) {
        this.server = server;
        this.registry = registry;
        this.scheduler = scheduler;
        this.errors = errors;
        this.interval = interval;
        this.listener = listener;
    }

    /** Starts polling a document, until it is ended. */
    void start(PolledDocument document) {
        scheduler.execute(() -> pollAndReschedule(document));
    }

    /** Fetches a document after a change event; further events during the fetch cause one more fetch only. */
    void fetchSoon(PolledDocument document) {
        if (document.demand()) {
            scheduler.execute(() -> fetch(document));
        }
    }

    /** Whether the last fetch of any polled document failed. */
    boolean isFailing() {
        return registry.documents().stream().anyMatch(PolledDocument::isFailing);
    }

    private void pollAndReschedule(PolledDocument document) {
        Duration pause = interval;
        try {
            pause = document.demand() ? fetch(document) : interval;
        } finally { // after an Error too: a document that is polled no more would stay old
            if (!document.ended()) {
                scheduler.scheduleWithJitter(pause, () -> pollAndReschedule(document));
            }
        }
    }

    /** Fetches a demanded document; returns the delay until the next poll. */
    private Duration fetch(PolledDocument document) {
        try {
            UnleashToken token = registry.fetchTokenFor(document).orElse(null);
            if (token == null) {
                registry.endUnneededDocuments();
            }
            return token == null || document.ended() ? interval : fetch(document, token);
        } finally {
            if (document.settled()) {
                scheduler.execute(() -> fetch(document));
            }
        }
    }

    private Duration fetch(PolledDocument document, UnleashToken token) {
        try {
            apply(document, token, server.fetchFeatures(token, document.etag()));
            document.worked();
            return interval;
        } catch (IOException failed) {
            errors.record(UpstreamErrors.ErrorKind.FETCH);
            return document.failed(String.valueOf(failed.getMessage()), null);
        } catch (RuntimeException broken) {
            document.invalidate();
            errors.record(UpstreamErrors.ErrorKind.DOCUMENT);
            return document.failed("they are refused; the last good ones stay served", broken);
        }
    }

    private void apply(PolledDocument document, UnleashToken token, FeaturesResponse response) throws IOException {
        if (response instanceof FeaturesResponse.Rejected rejected) {
            listener.rejected(token, rejected.status());
        } else if (response instanceof FeaturesResponse.Document fetched) {
            document.store(fetched);
            listener.fetched(document, token, fetched.age());
        } else if (response instanceof FeaturesResponse.Unchanged unchanged) {
            listener.fetched(document, token, unchanged.age());
        }
    }
}
