package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.background.Outage;
import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.UpstreamExecutor;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.LiveEnvironments;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The follower of an Unleash server: validates tokens, polls their documents and keeps both fresh. A failure removes
 * nothing; only the server's answer does.
 */
final class UnleashFollower {
    private static final Logger LOG = Logger.getLogger(UnleashFollower.class.getName());
    private static final int THREADS = 4;
    private static final int MAX_TOKENS_PER_REQUEST = 100;
    private static final Duration REFUSAL_TIME_TO_LIVE = Duration.ofSeconds(30);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    private static final Duration BATCH_DELAY = Duration.ofMillis(20);
    private static final Duration MAX_RETRY_DELAY = Duration.ofSeconds(30);
    private static final Access REFUSED = new Access.Unknown("unknown token");

    private final UnleashUpstreamSettings settings;
    private final UnleashApiClient server;
    private final UnleashSnapshots snapshots;
    private final LiveEnvironments environments;
    private final UpstreamErrors errors;
    private final TokenRegistry registry = new TokenRegistry();
    private final PendingTokens pendingTokens = new PendingTokens(REFUSAL_TIME_TO_LIVE, System::nanoTime);
    private final UpstreamExecutor executor = new UpstreamExecutor("jackstaff-unleash", THREADS);
    private final Outage fetchOutage = new Outage(LOG, "Fetching features from the Unleash server");
    private final Outage validationOutage = new Outage(LOG, "Validating tokens at the Unleash server");
    private final Backoff validationBackoff = new Backoff(RETRY_DELAY, MAX_RETRY_DELAY);
    private final AtomicInteger validationRounds = new AtomicInteger();
    private final AtomicBoolean validationScheduled = new AtomicBoolean();
    private final AtomicBoolean retryScheduled = new AtomicBoolean();
    private final Set<String> registeredSecrets = ConcurrentHashMap.newKeySet();

    /** The configured tokens that the server does not know. */
    private final Set<String> unknownConfiguredTokens = ConcurrentHashMap.newKeySet();

    private final Queue<ChangeStreamClient> changeStreams = new ConcurrentLinkedQueue<>();
    private volatile boolean validatedOnce;
    private volatile boolean complete;

    UnleashFollower(
            UnleashUpstreamSettings settings,
            UnleashApiClient server,
            UnleashSnapshots snapshots,
            LiveEnvironments environments,
            UpstreamErrors errors) {
        this.settings = settings;
        this.server = server;
        this.snapshots = snapshots;
        this.environments = environments;
        this.errors = errors;
    }

    void start() {
        unknownConfiguredTokens.addAll(settings.configuredTokens());
        environments.setUnknownKeyResolver(this::resolve);
        if (settings.configuredTokens().isEmpty() && settings.validatesUnknownTokens()) {
            environments.markOnDemand();
        }
        executor.execute(this::validateConfiguredTokens);
        executor.scheduleWithJitter(settings.revalidationInterval(), this::revalidate);
    }

    void stop() {
        executor.stop();
        changeStreams.forEach(ChangeStreamClient::stop);
    }

    /** The token for usage reports of an environment. */
    Optional<String> usageToken(String environment) {
        return registry.usageToken(environment);
    }

    boolean connected() {
        return validatedOnce && !fetchOutage.isOngoing() && !validationOutage.isOngoing();
    }

    /** The access of a key that no snapshot contains. */
    private Access resolve(String key) {
        if (unknownConfiguredTokens.contains(key) && !validatedOnce) {
            return new Access.NotReady("this token is being validated");
        }
        UnleashToken token = registry.find(key).orElse(null);
        if (token != null) {
            return registry.isCovered(token.scope())
                    ? new Access.NotReady("the features of this token have not arrived yet")
                    : notCovered();
        }
        if (!settings.validatesUnknownTokens()) {
            return REFUSED;
        }
        return switch (pendingTokens.submit(key)) {
            case REFUSED -> REFUSED;
            case PENDING -> new Access.NotReady("this token is being validated");
            case NEW -> {
                scheduleValidation(BATCH_DELAY);
                yield new Access.NotReady("this token is being validated");
            }
        };
    }

    private static Access notCovered() {
        return new Access.Forbidden("this edge has no backend token that shows what this frontend token does");
    }

    /** Validates the configured tokens that the server did not know yet. */
    private void validateConfiguredTokens() {
        List<String> secrets = List.copyOf(unknownConfiguredTokens);
        try {
            for (UnleashToken token : validate(secrets)) {
                unknownConfiguredTokens.remove(token.secret());
                registry.add(token);
            }
            boolean first = !validatedOnce;
            validatedOnce = true;
            if (first && !unknownConfiguredTokens.isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "The Unleash server does not know {0} of the configured tokens; check jackstaff.edge.upstream.tokens.",
                        unknownConfiguredTokens.size());
            }
            startMissingDocuments();
            markCompleteIfDone();
            if (unknownConfiguredTokens.isEmpty()) {
                validationRounds.set(0);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.FINE, "Validation of the configured tokens is retried.", failed);
        }
        retryConfiguredTokens();
    }

    /** Schedules another validation of unknown configured tokens, one at a time. */
    private void retryConfiguredTokens() {
        if (!unknownConfiguredTokens.isEmpty() && retryScheduled.compareAndSet(false, true)) {
            executor.scheduleWithJitter(validationBackoff.delay(validationRounds.incrementAndGet()), () -> {
                retryScheduled.set(false);
                validateConfiguredTokens();
            });
        }
    }

    private List<UnleashToken> validate(List<String> secrets) throws IOException {
        List<UnleashToken> valid = new ArrayList<>();
        try {
            for (int begin = 0; begin < secrets.size(); begin += MAX_TOKENS_PER_REQUEST) {
                valid.addAll(server.validateTokens(
                        secrets.subList(begin, Math.min(secrets.size(), begin + MAX_TOKENS_PER_REQUEST))));
            }
            validationOutage.recordSuccess();
            return valid;
        } catch (IOException failed) {
            validationOutage.recordFailure(String.valueOf(failed.getMessage()), null);
            errors.record(UpstreamErrors.ErrorKind.VALIDATE);
            throw failed;
        }
    }

    /** Starts polling for tokens without a document. */
    private void startMissingDocuments() {
        registry.startDocuments(scope -> new PolledDocument(scope, settings.pollInterval()))
                .forEach(this::startDocument);
        registry.scopes().forEach(this::deliver);
    }

    private void startDocument(PolledDocument polled) {
        executor.execute(() -> pollAndReschedule(polled));
        if (settings.usesStreaming()) {
            changeStreams.removeIf(ChangeStreamClient::ended);
            changeStreams.add(ChangeStreamClient.start(
                    server, polled, () -> registry.fetchTokenFor(polled), () -> fetchSoon(polled), errors));
        }
    }

    /** Polls one document, and schedules the next poll. */
    private void pollAndReschedule(PolledDocument polled) {
        Duration pause = polled.demand() ? fetch(polled) : settings.pollInterval();
        if (!polled.ended()) {
            executor.scheduleWithJitter(pause, () -> pollAndReschedule(polled));
        }
    }

    /** Fetches a document after a change event; further events during the fetch cause one more fetch only. */
    private void fetchSoon(PolledDocument polled) {
        if (polled.demand()) {
            executor.execute(() -> fetch(polled));
        }
    }

    /** Fetches a demanded document; returns the delay until the next poll. */
    private Duration fetch(PolledDocument polled) {
        try {
            return poll(polled);
        } finally {
            if (polled.settled()) {
                executor.execute(() -> fetch(polled));
            }
        }
    }

    /** Polls one document; returns the delay until the next poll. One thread at a time. */
    private Duration poll(PolledDocument polled) {
        UnleashToken token = registry.fetchTokenFor(polled).orElse(null);
        if (token == null) {
            registry.endUnneededDocuments();
        }
        return token == null || polled.ended() ? settings.pollInterval() : poll(polled, token);
    }

    private Duration poll(PolledDocument polled, UnleashToken token) {
        Duration pause = settings.pollInterval();
        try {
            FeaturesResponse fetched = server.fetchFeatures(token, polled.etag());
            if (fetched instanceof FeaturesResponse.Rejected refused) {
                revalidateRefused(token, refused.status());
            } else {
                apply(polled, fetched);
                register(token);
            }
            polled.worked();
            fetchOutage.recordSuccess();
        } catch (IOException failed) {
            pause = polled.failed();
            fetchOutage.recordFailure(String.valueOf(failed.getMessage()), null);
            errors.record(UpstreamErrors.ErrorKind.FETCH);
        } catch (RuntimeException broken) {
            polled.invalidate();
            pause = polled.failed();
            fetchOutage.recordFailure(polled.scope().key() + " is refused; the last good one stays served", broken);
            errors.record(UpstreamErrors.ErrorKind.DOCUMENT);
        }
        return pause;
    }

    private void apply(PolledDocument polled, FeaturesResponse fetched) {
        Duration age = Duration.ZERO;
        if (fetched instanceof FeaturesResponse.Document document) {
            polled.store(document);
            age = document.age();
        } else if (fetched instanceof FeaturesResponse.Unchanged unchanged) {
            age = unchanged.age();
        }
        registry.endUnneededDocuments();
        for (TokenScope scope : registry.scopesServedFrom(polled)) {
            deliver(scope);
            snapshots.confirm(scope, age);
        }
        markCompleteIfDone();
    }

    /** Serves a scope, if the document that covers it was fetched. */
    private void deliver(TokenScope scope) {
        registry.documentFor(scope).ifPresent(polled -> polled.textFor(scope)
                .ifPresent(text -> snapshots.serve(scope, text, polled.revision(), registry.withScope(scope))));
    }

    /** Validates a token that was rejected while fetching, and revokes it if it is invalid. */
    private void revalidateRefused(UnleashToken token, int status) throws IOException {
        List<UnleashToken> valid = validate(List.of(token.secret()));
        if (valid.contains(token)) {
            throw new IOException("/api/client/features answered " + status + " to a valid token");
        }
        revoke(token);
        valid.forEach(this::admit);
    }

    private void revoke(UnleashToken token) {
        LOG.log(Level.INFO, "A {0} is no longer valid.", token);
        registry.remove(token.secret());
        snapshots.revoke(token);
        pendingTokens.markRefused(token.secret());
        registeredSecrets.remove(token.secret());
        if (settings.configuredTokens().contains(token.secret()) && unknownConfiguredTokens.add(token.secret())) {
            retryConfiguredTokens();
        }
        List<UnleashToken> remaining = registry.withScope(token.scope());
        if (remaining.isEmpty()) {
            snapshots.withdraw(token.scope());
        } else {
            snapshots.replaceTokens(token.scope(), remaining);
        }
        registry.endUnneededDocuments();
        startMissingDocuments();
        registry.scopes().stream().filter(scope -> !registry.isCovered(scope)).forEach(snapshots::withdraw);
    }

    private void register(UnleashToken token) {
        if (!registeredSecrets.add(token.secret())) {
            return;
        }
        try {
            server.registerEdge(token);
        } catch (IOException refused) {
            LOG.log(Level.FINE, "The Unleash server refuses the registration of this edge.", refused);
        }
    }

    private void markCompleteIfDone() {
        List<UnleashToken> tokens = registry.all();
        boolean allDocumentsServed = tokens.stream()
                .filter(token -> registry.isCovered(token.scope()))
                .allMatch(token -> snapshots.isServed(token.scope()));
        boolean hasTokensIfConfigured = settings.configuredTokens().isEmpty() || !tokens.isEmpty();
        if (!complete && validatedOnce && allDocumentsServed && hasTokensIfConfigured) {
            complete = true;
            snapshots.markComplete(registry);
        }
    }

    private void scheduleValidation(Duration delay) {
        if (validationScheduled.compareAndSet(false, true)) {
            executor.schedule(delay, this::validatePendingTokens);
        }
    }

    private void validatePendingTokens() {
        List<String> secrets = pendingTokens.takeBatch(MAX_TOKENS_PER_REQUEST);
        Duration pause = BATCH_DELAY;
        try {
            admitOrRefuse(secrets);
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.FINE, "Validation of new tokens is retried.", failed);
            pendingTokens.requeue(secrets);
            pause = RETRY_DELAY;
        } finally {
            validationScheduled.set(false);
        }
        if (pendingTokens.hasWaiting()) {
            scheduleValidation(pause);
        }
    }

    private void admitOrRefuse(List<String> secrets) throws IOException {
        if (secrets.isEmpty()) {
            return;
        }
        Set<String> unknown = new HashSet<>(secrets);
        try {
            for (UnleashToken token : validate(secrets)) {
                unknown.remove(token.secret());
                admit(token);
                unknownConfiguredTokens.remove(token.secret());
                pendingTokens.markValid(token.secret());
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
        unknown.forEach(pendingTokens::markRefused);
        executor.schedule(RETRY_DELAY, this::startMissingDocuments);
    }

    /** Admits a valid token: served documents at once, others when fetched. */
    private void admit(UnleashToken token) {
        registry.add(token);
        if (!registry.isCovered(token.scope())) {
            return;
        }
        if (!snapshots.admit(token)) {
            startMissingDocuments();
        }
    }

    /** Validates all known tokens again. */
    private void revalidate() {
        List<UnleashToken> known = registry.all();
        try {
            List<UnleashToken> validated =
                    validate(known.stream().map(UnleashToken::secret).toList());
            Set<UnleashToken> unchanged = new HashSet<>(validated);
            known.stream().filter(token -> !unchanged.contains(token)).forEach(this::revoke);
            known.forEach(unchanged::remove);
            unchanged.forEach(token -> {
                unknownConfiguredTokens.remove(token.secret());
                pendingTokens.markValid(token.secret());
                admit(token);
            });
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.FINE, "Validation of known tokens is retried.", failed);
        }
        executor.scheduleWithJitter(settings.revalidationInterval(), this::revalidate);
    }
}
