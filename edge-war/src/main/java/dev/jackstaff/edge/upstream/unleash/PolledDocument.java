package dev.jackstaff.edge.upstream.unleash;

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
import org.jspecify.annotations.Nullable;

/**
 * One document of the server that is followed, for everybody whose tokens show no more than it holds. Asked for by one thread
 * at a time, read by all.
 */
final class PolledDocument {
    private static final Duration MIN_RETRY_DELAY = Duration.ofSeconds(1);

    private final TokenScope scope;
    private final Backoff backoff;
    private final AtomicInteger demands = new AtomicInteger();

    /** In a row; guarded by the demand, as whoever fetches is alone. */
    private int failures;

    private volatile @Nullable CachedDocument cached;
    private volatile boolean invalidated;
    private volatile boolean ended;

    PolledDocument(TokenScope scope, Duration interval) {
        this.scope = scope;
        this.backoff = new Backoff(
                MIN_RETRY_DELAY, interval.compareTo(MIN_RETRY_DELAY) < 0 ? MIN_RETRY_DELAY : interval.multipliedBy(2));
    }

    /** A document, and its tag. */
    private record CachedDocument(
            FeaturesResponse.Document document, FeaturesDocument read, Map<TokenScope, JsonText> parts) {}

    TokenScope scope() {
        return scope;
    }

    /** It could not be fetched; answers how long to wait. */
    Duration failed() {
        return backoff.delay(++failures);
    }

    /** It was fetched. */
    void worked() {
        failures = 0;
    }

    /** Demands that it is fetched; true where the caller is to do it, false where somebody does already, who then does it once more. */
    boolean demand() {
        return demands.getAndUpdate(some -> Math.min(2, some + 1)) == 0;
    }

    /** It was fetched for those who had demanded it; true where it is to be fetched once more. */
    boolean settled() {
        return demands.decrementAndGet() > 0;
    }

    /**
     * Holds a document from now on.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException where it is no features document
     */
    void store(FeaturesResponse.Document document) {
        cached = new CachedDocument(
                document, FeaturesDocumentReader.read(document.text().json()), new ConcurrentHashMap<>());
        invalidated = false;
    }

    /** What is held could not be served: it is to be fetched anew. */
    void invalidate() {
        invalidated = true;
    }

    boolean hasDocument() {
        return cached != null;
    }

    /** The tag of what is held; null for nothing, or where it has none. */
    @Nullable
    String etag() {
        CachedDocument now = cached;
        return now == null || invalidated ? null : now.document.etag();
    }

    /** What is held, as it was read. */
    Optional<FeaturesDocument> document() {
        return Optional.ofNullable(cached).map(CachedDocument::read);
    }

    /** The server's own number of what is held; 0 where it has none. */
    long revision() {
        return document()
                .map(FeaturesDocument::meta)
                .map(FeaturesDocument.Meta::revisionId)
                .orElse(0L);
    }

    /** The part of what is held that a token shows. */
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

    /** Nobody needs it any more. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }
}
