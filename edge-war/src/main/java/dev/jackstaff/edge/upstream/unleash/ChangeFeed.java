package dev.jackstaff.edge.upstream.unleash;

import java.util.Optional;
import java.util.function.Supplier;

/** A source of change events for polled documents. */
interface ChangeFeed {
    /** A source without events. */
    ChangeFeed NONE = new ChangeFeed() {
        @Override
        public void follow(PolledDocument document, Supplier<Optional<UnleashToken>> token, Runnable onChange) {}

        @Override
        public void stop() {}
    };

    /**
     * Follows the changes for as long as the document is polled.
     *
     * @param token the token of the request
     * @param onChange runs when there may be something new
     */
    void follow(PolledDocument document, Supplier<Optional<UnleashToken>> token, Runnable onChange);

    /** Ends all events. */
    void stop();
}
