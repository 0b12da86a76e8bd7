package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesReader;
import dev.jackstaff.protocols.unleash.FeaturesText;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One document of the server that is followed, for everybody whose tokens show no more than it holds. Asked for by one thread
 * at a time, read by all.
 */
final class Feed {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final TokenScope scope;
    private final Backoff backoff;
    private volatile @Nullable Held held;
    private volatile boolean distrusted;
    private volatile boolean ended;

    Feed(TokenScope scope, Duration interval) {
        this.scope = scope;
        this.backoff = new Backoff(SOON, interval.compareTo(SOON) < 0 ? SOON : interval.multipliedBy(2));
    }

    /** A document, and its tag. */
    private record Held(Fetched.Document document, FeaturesDocument read, Map<TokenScope, JsonText> parts) {}

    TokenScope scope() {
        return scope;
    }

    Backoff backoff() {
        return backoff;
    }

    /**
     * Holds a document from now on.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException where it is no features document
     */
    void hold(Fetched.Document document) {
        held = new Held(document, FeaturesReader.read(document.text().json()), new ConcurrentHashMap<>());
        distrusted = false;
    }

    /** What is held could not be served: it is to be fetched anew. */
    void distrust() {
        distrusted = true;
    }

    boolean holds() {
        return held != null;
    }

    /** The tag of what is held; null for nothing, or where it has none. */
    @Nullable
    String etag() {
        Held now = held;
        return now == null || distrusted ? null : now.document.etag();
    }

    /** What is held, as it was read. */
    Optional<FeaturesDocument> document() {
        return Optional.ofNullable(held).map(Held::read);
    }

    /** The server's own number of what is held; 0 where it has none. */
    long revision() {
        return document()
                .map(FeaturesDocument::meta)
                .map(FeaturesDocument.Meta::revisionId)
                .orElse(0L);
    }

    /** The part of what is held that a token shows. */
    Optional<JsonText> text(TokenScope shown) {
        Held now = held;
        if (now == null) {
            return Optional.empty();
        }
        return Optional.of(
                shown.equals(scope)
                        ? now.document.text()
                        : now.parts.computeIfAbsent(shown, part -> FeaturesText.of(now.document.text())
                                .only(part::shows, part.query())));
    }

    /** Nobody needs it any more. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }
}
