package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.retry.Outage;
import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.upstream.Worker;
import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Follows an Unleash server: finds out which tokens count, fetches what they show, and keeps both fresh. Nothing that fails
 * takes anything away; only the server's word does.
 */
final class Following {
    private static final Logger LOG = Logger.getLogger(Following.class.getName());
    private static final int THREADS = 4;
    private static final int MOST_AT_ONCE = 100;
    private static final Duration REFUSAL_MEMORY = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration GATHERING = Duration.ofMillis(20);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Access REFUSED = new Access.Unknown("unknown token");

    private final UnleashSettings settings;
    private final UnleashServer server;
    private final Deliveries deliveries;
    private final LiveEnvironments environments;
    private final Failures failures;
    private final Tokens tokens = new Tokens();
    private final Newcomers newcomers = new Newcomers(REFUSAL_MEMORY, System::nanoTime);
    private final Worker worker = new Worker("jackstaff-unleash", THREADS);
    private final Outage fetching = new Outage(LOG, "Fetching features from the Unleash server");
    private final Outage validating = new Outage(LOG, "Validating tokens at the Unleash server");
    private final Backoff validation = new Backoff(SOON, LONGEST_WAIT);
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean retrying = new AtomicBoolean();
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    /** Tokens known from the start that the server does not know; and whether it was asked. */
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    private final Queue<Listening> listening = new ConcurrentLinkedQueue<>();
    private volatile boolean asked;
    private volatile boolean complete;

    Following(UnleashSettings settings, Deliveries deliveries, LiveEnvironments environments, Failures failures) {
        this.settings = settings;
        this.server = new UnleashServer(settings);
        this.deliveries = deliveries;
        this.environments = environments;
        this.failures = failures;
    }

    void start() {
        missing.addAll(settings.tokens());
        environments.ask(this::meet);
        if (settings.tokens().isEmpty() && settings.dynamic()) {
            environments.onDemand();
        }
        worker.run(this::validateStart);
        worker.about(settings.revalidation(), this::revalidate);
    }

    void stop() {
        worker.stop();
        listening.forEach(Listening::stop);
    }

    /** The token that tells the server of what was counted in an environment. */
    Optional<String> key(String environment) {
        return tokens.telling(environment);
    }

    boolean connected() {
        return asked && !fetching.lasts() && !validating.lasts();
    }

    /** Says what a key opens that no snapshot knows. */
    private Access meet(String key) {
        if (missing.contains(key) && !asked) {
            return new Access.NotReady("this token is being validated");
        }
        UnleashToken known = tokens.token(key).orElse(null);
        if (known != null) {
            return tokens.covered(known.scope())
                    ? new Access.NotReady("the features of this token have not arrived yet")
                    : uncovered();
        }
        if (!settings.dynamic()) {
            return REFUSED;
        }
        return switch (newcomers.meet(key)) {
            case REFUSED -> REFUSED;
            case UNDECIDED -> new Access.NotReady("this token is being validated");
            case NEW -> {
                askSoon(GATHERING);
                yield new Access.NotReady("this token is being validated");
            }
        };
    }

    private static Access uncovered() {
        return new Access.Forbidden("this edge has no backend token that shows what this frontend token does");
    }

    /** The tokens of the settings that the server did not know yet. */
    private void validateStart() {
        List<String> wanted = List.copyOf(missing);
        try {
            for (UnleashToken token : validated(wanted)) {
                missing.remove(token.secret());
                tokens.add(token);
            }
            boolean first = !asked;
            asked = true;
            if (first && !missing.isEmpty()) {
                LOG.log(Level.WARNING, "The Unleash server does not know {0} of the tokens.", missing.size());
            }
            follow();
            completeIfSo();
            if (missing.isEmpty()) {
                validation.reset();
            }
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.FINE, "Validation is tried again.", failed);
        }
        retryStart();
    }

    /** Asks again about tokens of the settings that the server did not know, in one round at a time. */
    private void retryStart() {
        if (!missing.isEmpty() && retrying.compareAndSet(false, true)) {
            worker.about(validation.next(), () -> {
                retrying.set(false);
                validateStart();
            });
        }
    }

    private List<UnleashToken> validated(List<String> secrets) throws IOException {
        List<UnleashToken> valid = new ArrayList<>();
        try {
            for (int begin = 0; begin < secrets.size(); begin += MOST_AT_ONCE) {
                valid.addAll(server.validate(secrets.subList(begin, Math.min(secrets.size(), begin + MOST_AT_ONCE))));
            }
            validating.ended();
            return valid;
        } catch (IOException failed) {
            validating.began(String.valueOf(failed.getMessage()), null);
            failures.count(Failures.Kind.VALIDATE);
            throw failed;
        }
    }

    /** Fetches for tokens that nothing is fetched for yet. */
    private void follow() {
        tokens.begin(scope -> new Feed(scope, settings.interval())).forEach(this::begin);
        tokens.scopes().forEach(this::deliver);
    }

    private void begin(Feed feed) {
        worker.run(() -> look(feed));
        if (settings.streaming()) {
            listening.removeIf(Listening::ended);
            listening.add(Listening.begin(
                    server, feed, () -> tokens.fetching(feed), () -> worker.run(() -> round(feed)), failures));
        }
    }

    /** Looks at one document, and again after a while. */
    private void look(Feed feed) {
        Duration pause = round(feed);
        if (!feed.ended()) {
            worker.about(pause, () -> look(feed));
        }
    }

    /** Looks at one document, and says when to look again. */
    private Duration round(Feed feed) {
        synchronized (feed) {
            UnleashToken token = tokens.fetching(feed).orElse(null);
            if (token == null) {
                tokens.end();
            }
            return token == null || feed.ended() ? settings.interval() : round(feed, token);
        }
    }

    private Duration round(Feed feed, UnleashToken token) {
        Duration pause = settings.interval();
        try {
            Fetched fetched = server.features(token, feed.etag());
            if (fetched instanceof Fetched.Refused refused) {
                check(token, refused.status());
            } else {
                take(feed, fetched);
                register(token);
            }
            feed.backoff().reset();
            fetching.ended();
        } catch (IOException failed) {
            pause = feed.backoff().next();
            fetching.began(String.valueOf(failed.getMessage()), null);
            failures.count(Failures.Kind.FETCH);
        } catch (RuntimeException broken) {
            feed.distrust();
            pause = feed.backoff().next();
            fetching.began(feed.scope().key() + " is refused, and the last good one served on", broken);
            failures.count(Failures.Kind.DOCUMENT);
        }
        return pause;
    }

    private void take(Feed feed, Fetched fetched) {
        Duration age = Duration.ZERO;
        if (fetched instanceof Fetched.Document document) {
            feed.hold(document);
            age = document.age();
        } else if (fetched instanceof Fetched.Unchanged unchanged) {
            age = unchanged.age();
        }
        tokens.end();
        for (TokenScope scope : tokens.servedFrom(feed)) {
            deliver(scope);
            deliveries.confirm(scope, age);
        }
        completeIfSo();
    }

    /** Serves what a token shows, where the document that holds it has arrived. */
    private void deliver(TokenScope scope) {
        tokens.feed(scope).ifPresent(feed -> feed.text(scope)
                .ifPresent(text -> deliveries.serve(scope, text, feed.revision(), tokens.of(scope))));
    }

    /** A token was refused where it should have fetched: it is forgotten if the server says that it does not count. */
    private void check(UnleashToken token, int status) throws IOException {
        List<UnleashToken> still = validated(List.of(token.secret()));
        if (still.contains(token)) {
            throw new IOException("/api/client/features answered " + status + " to a token that counts");
        }
        dismiss(token);
        still.forEach(this::admit);
    }

    private void dismiss(UnleashToken token) {
        LOG.log(Level.INFO, "A {0} does not count any more.", token);
        tokens.remove(token.secret());
        deliveries.dismiss(token);
        newcomers.refused(token.secret());
        registered.remove(token.secret());
        if (settings.tokens().contains(token.secret()) && missing.add(token.secret())) {
            retryStart();
        }
        List<UnleashToken> others = tokens.of(token.scope());
        if (others.isEmpty()) {
            deliveries.withdraw(token.scope());
        } else {
            deliveries.open(token.scope(), others);
        }
        tokens.end();
        follow();
        tokens.scopes().stream().filter(scope -> !tokens.covered(scope)).forEach(deliveries::withdraw);
    }

    private void register(UnleashToken token) {
        if (!registered.add(token.secret())) {
            return;
        }
        try {
            server.register(token);
        } catch (IOException refused) {
            LOG.log(Level.FINE, "The Unleash server does not want to know that this edge is there.", refused);
        }
    }

    private void completeIfSo() {
        List<UnleashToken> known = tokens.all();
        boolean all = known.stream()
                .filter(token -> tokens.covered(token.scope()))
                .allMatch(token -> deliveries.served(token.scope()));
        boolean some = settings.tokens().isEmpty() || !known.isEmpty();
        if (!complete && asked && all && some) {
            complete = true;
            deliveries.complete(tokens);
        }
    }

    private void askSoon(Duration delay) {
        if (asking.compareAndSet(false, true)) {
            worker.after(delay, this::askAboutNewcomers);
        }
    }

    private void askAboutNewcomers() {
        List<String> some = newcomers.take(MOST_AT_ONCE);
        Duration pause = GATHERING;
        try {
            decide(some);
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.FINE, "New tokens are asked about again.", failed);
            newcomers.putBack(some);
            pause = SOON;
        } finally {
            asking.set(false);
        }
        if (newcomers.someWait()) {
            askSoon(pause);
        }
    }

    private void decide(List<String> some) throws IOException {
        if (some.isEmpty()) {
            return;
        }
        Set<String> unknown = new HashSet<>(some);
        try {
            for (UnleashToken token : validated(some)) {
                unknown.remove(token.secret());
                admit(token);
                missing.remove(token.secret());
                newcomers.admitted(token.secret());
            }
        } catch (UnleashServer.Unexpected refused) {
            if (!refused.badRequest()) {
                throw refused;
            }
            if (some.size() > 1) {
                for (String one : some) {
                    decide(List.of(one));
                }
                return;
            }
        }
        unknown.forEach(newcomers::refused);
        worker.after(SOON, this::follow);
    }

    /** A token counts: it opens what is served already, and the rest as soon as that has been fetched. */
    private void admit(UnleashToken token) {
        tokens.add(token);
        if (!tokens.covered(token.scope())) {
            return;
        }
        if (!deliveries.admit(token)) {
            follow();
        }
    }

    /** Looks whether all tokens still count, and show the same. */
    private void revalidate() {
        List<UnleashToken> before = tokens.all();
        try {
            List<UnleashToken> still =
                    validated(before.stream().map(UnleashToken::secret).toList());
            Set<UnleashToken> same = new HashSet<>(still);
            before.stream().filter(token -> !same.contains(token)).forEach(this::dismiss);
            before.forEach(same::remove);
            same.forEach(token -> {
                missing.remove(token.secret());
                newcomers.admitted(token.secret());
                admit(token);
            });
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.FINE, "Tokens are validated again later.", failed);
        }
        worker.about(settings.revalidation(), this::revalidate);
    }
}
