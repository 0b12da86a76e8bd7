package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.background.Outage;
import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.unleash.RawFeaturesDocument;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A polled features document, for all tokens whose scope it covers. Fetched by one thread at a time, read by all. */
final class PolledDocument {
    private static final Logger LOG = Logger.getLogger(PolledDocument.class.getName());
    private static final Duration MIN_RETRY_DELAY = Duration.ofSeconds(1);

    private final TokenScope scope;
    private final Backoff backoff;
    private final Outage outage;
    private final AtomicInteger demands = new AtomicInteger();

    /** The number of failures in a row; guarded by the demand, because one thread fetches at a time. */
    private int failures;

    private volatile @Nullable CachedDocument cached;
    private volatile boolean invalidated;
    private volatile boolean ended;

    PolledDocument(TokenScope scope, Duration interval) {
        this.scope = scope;
        this.outage = new Outage(LOG, "Fetching the features of " + scope.key() + " from the Unleash server");
        this.backoff = new Backoff(
                MIN_RETRY_DELAY, interval.compareTo(MIN_RETRY_DELAY) < 0 ? MIN_RETRY_DELAY : interval.multipliedBy(2));
    }

    /** A cached document, as text and parsed, with the parts cut from it. */
    private record CachedDocument(
            FeaturesResponse.Document document, FeaturesDocument read, Map<TokenScope, JsonText> parts) {}

    TokenScope scope() {
        return scope;
    }

    /**
     * Records a failed fetch; returns the delay until the next.
     *
     * @param cause the exception for the log; null for none
     */
    Duration failed(String reason, @Nullable Throwable cause) {
        outage.recordFailure(reason, cause);
        return backoff.delay(++failures);
    }

    /** Records a successful fetch. */
    void worked() {
        outage.recordSuccess();
        failures = 0;
    }

    /** Whether the last fetch failed. */
    boolean isFailing() {
        return outage.isOngoing();
    }

    /**
     * Demands a fetch; returns true if the caller must do it, and false if another thread is fetching, which then
     * fetches once more.
     */
    boolean demand() {
        return demands.getAndUpdate(count -> Math.min(2, count + 1)) == 0;
    }

    /** Ends a fetch; returns true if another one was demanded meanwhile. */
    boolean settled() {
        return demands.decrementAndGet() > 0;
    }

    /**
     * Stores a fetched document.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it is no features document
     */
    void store(FeaturesResponse.Document document) {
        cached = new CachedDocument(
                document, FeaturesDocumentReader.read(document.text().json()), new ConcurrentHashMap<>());
        invalidated = false;
    }

    /** Invalidates the document, so that it is fetched again in full. */
    void invalidate() {
        invalidated = true;
    }

    boolean hasDocument() {
        return cached != null;
    }

    /** The entity tag of the document; null when there is none. */
    @Nullable
    String etag() {
        CachedDocument now = cached;
        return now == null || invalidated ? null : now.document.etag();
    }

    /** The parsed document. */
    Optional<FeaturesDocument> document() {
        return Optional.ofNullable(cached).map(CachedDocument::read);
    }

    /** The server's revision of the document; 0 when it has none. */
    long revision() {
        return document()
                .map(FeaturesDocument::meta)
                .map(FeaturesDocument.Meta::revisionId)
                .orElse(0L);
    }

    /** The part of the document that a scope shows. */
    Optional<JsonText> textFor(TokenScope shown) {
        CachedDocument now = cached;
        if (now == null) {
            return Optional.empty();
        }
        return Optional.of(
                shown.equals(scope)
                        ? now.document.text()
                        : now.parts.computeIfAbsent(shown, part -> RawFeaturesDocument.of(now.document.text())
                                .select(part::shows, part.query())));
    }

    /** Ends the polling of this document. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }
}
