package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.TaskScheduler;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.engine.Sha256;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The follower of an Unleash server: serves what its tokens show, and keeps tokens and documents fresh. A failure
 * removes nothing; only the server's answer does.
 */
final class UnleashFollower implements ConfiguredTokens.Listener, TokenAdmission.Listener, DocumentPoller.Listener {
    private static final Logger LOG = Logger.getLogger(UnleashFollower.class.getName());
    private static final int UNAUTHORIZED = 401;
    private static final Access REFUSED = new Access.Unknown("unknown token");
    private static final Access IN_VALIDATION = new Access.NotReady("this token is being validated");
    private static final Access NO_FEATURES_YET =
            new Access.NotReady("the features of this token have not arrived yet");

    private final UnleashUpstreamSettings settings;
    private final ChangeFeed changes;
    private final UnleashSnapshots snapshots;
    private final TaskScheduler scheduler;
    private final TokenRegistry registry = new TokenRegistry();
    private final TokenValidator validator;
    private final ConfiguredTokens configured;
    private final TokenAdmission admission;
    private final DocumentPoller poller;
    private final RefusalCheck refusals;
    private final ServedTokens served;
    private final TokenDecisions decisions;
    private final EdgeRegistrations registrations;
    private volatile boolean complete;

    /** Whether the server has answered a validation of tokens that clients brought. */
    private volatile boolean contacted;

    UnleashFollower(
            UnleashUpstreamSettings settings,
            UnleashServer server,
            ChangeFeed changes,
            UnleashSnapshots snapshots,
            UpstreamErrors errors,
            TaskScheduler scheduler) {
        this.settings = settings;
        this.changes = changes;
        this.snapshots = snapshots;
        this.scheduler = scheduler;
        this.validator = new TokenValidator(server, errors);
        this.configured = new ConfiguredTokens(settings.configuredTokens(), validator, scheduler, this);
        this.admission = new TokenAdmission(validator, scheduler, this, System::nanoTime);
        this.registrations = new EdgeRegistrations(server);
        this.served = new ServedTokens(registry, snapshots);
        this.decisions =
                new TokenDecisions(settings.validatesUnknownTokens(), served, validator, configured, admission);
        this.refusals = new RefusalCheck(server, scheduler, this::revokeRefused);
        this.poller = new DocumentPoller(server, registry, scheduler, errors, settings.pollInterval(), this);
    }

    void start() {
        if (settings.validatesUnknownTokens()) {
            snapshots.rememberTokens(registry.remembered());
        }
        configured.start();
        scheduler.scheduleWithJitter(settings.revalidationInterval(), this::revalidate);
    }

    void stop() {
        scheduler.stop();
        changes.stop();
    }

    /** The token for usage reports of an environment. */
    Optional<String> usageToken(String environment) {
        return registry.usageToken(TokenScope.ofKey(environment));
    }

    boolean connected() {
        return configured.areAnswered() && !poller.isFailing() && !validator.isFailing();
    }

    /** The decisions on tokens that clients present. */
    TokenDecisions decisions() {
        return decisions;
    }

    /** The access of a key that no snapshot contains. */
    Access resolve(String key) {
        if (configured.awaits(key)) {
            return IN_VALIDATION;
        }
        UnleashToken token = registry.find(key).orElse(null);
        if (token != null) {
            return registry.isCovered(token.scope()) ? NO_FEATURES_YET : uncovered(token.scope());
        }
        return settings.validatesUnknownTokens() && admission.submit(key) ? IN_VALIDATION : REFUSED;
    }

    private static Access uncovered(TokenScope scope) {
        return new Access.Uncovered(scope.project(), scope.environment());
    }

    @Override
    public void validated(UnleashToken token) {
        registry.add(token);
    }

    @Override
    public void allAnswered() {
        startMissingDocuments();
        markCompleteIfDone();
        decisions.wake();
    }

    /** Starts polling for tokens without a document. */
    private void startMissingDocuments() {
        registry.startDocuments(scope -> new PolledDocument(scope, settings.pollInterval()))
                .forEach(document -> {
                    poller.start(document);
                    changes.follow(document, () -> registry.fetchTokenFor(document), () -> poller.fetchSoon(document));
                });
        served.deliverAll();
    }

    @Override
    public void fetched(PolledDocument document, UnleashToken token, Duration age) {
        registry.endUnneededDocuments();
        for (TokenScope scope : registry.scopesServedFrom(document)) {
            served.deliver(scope);
            snapshots.confirm(scope, age);
        }
        markCompleteIfDone();
        decisions.wake();
        registrations.register(token);
    }

    private void markCompleteIfDone() {
        List<UnleashToken> tokens = registry.all();
        boolean allDocumentsServed = tokens.stream()
                .filter(token -> registry.isCovered(token.scope()))
                .allMatch(token -> snapshots.isServed(token.scope()));
        boolean knowsTokens =
                configured.isEmpty() ? contacted || registry.remembered().isEmpty() : !tokens.isEmpty();
        if (!complete && configured.areAnswered() && allDocumentsServed && knowsTokens) {
            complete = true;
            registry.remembered().forgetUnless(registry::isCovered, snapshots.now());
            snapshots.markComplete(registry);
        }
    }

    /** Validates a token that was rejected while fetching, and revokes it if it is invalid. */
    @Override
    public void rejected(UnleashToken token, int status) throws IOException {
        List<UnleashToken> valid = validator.validate(List.of(token.secret()));
        if (valid.contains(token)) {
            if (status == UNAUTHORIZED) {
                refusals.start(token);
            }
            throw new IOException("/api/client/features answered " + status + " to a valid token");
        }
        revoke(token);
        valid.forEach(this::admitted);
    }

    /** Admits a valid token: a served document at once, another when it is fetched. */
    @Override
    public void admitted(UnleashToken token) {
        registry.add(token);
        configured.markKnown(token.secret());
        admission.markValid(token.secret());
        if (registry.isCovered(token.scope()) && !snapshots.admit(token)) {
            startMissingDocuments();
        }
    }

    @Override
    public void refused(String secret) {
        String hash = Sha256.hex(secret);
        registry.remembered().forget(hash).ifPresent(scope -> served.drop(hash, scope));
    }

    @Override
    public void validationEnded(boolean answered) {
        if (answered) {
            contacted = true;
            markCompleteIfDone();
        }
        decisions.wake();
    }

    /** Serves new tokens as part of their snapshots, one revision for all of a batch. */
    @Override
    public void batchAnswered() {
        startMissingDocuments();
    }

    private void revoke(UnleashToken token) {
        LOG.log(Level.INFO, "A {0} is no longer valid.", token);
        registry.remove(token.secret());
        admission.markRefused(token.secret());
        registrations.forget(token);
        configured.markUnknown(token.secret());
        served.drop(token.credential().hash(), token.scope());
        registry.endUnneededDocuments();
        startMissingDocuments();
        served.withdrawUncovered();
    }

    /** Revokes a token that the server refuses where clients use it, though it calls it valid. */
    private void revokeRefused(UnleashToken token) {
        validator.suspect(token.secret());
        if (registry.find(token.secret()).filter(token::equals).isPresent()) {
            revoke(token);
        }
    }

    /** Validates all known tokens again. */
    private void revalidate() {
        List<UnleashToken> known = registry.all();
        try {
            Set<UnleashToken> valid = new HashSet<>(
                    validator.validate(known.stream().map(UnleashToken::secret).toList()));
            known.stream().filter(token -> !valid.contains(token)).forEach(this::revoke);
            known.forEach(valid::remove);
            valid.forEach(this::admitted);
            registry.unpolled().forEach(refusals::start);
            if (complete) {
                served.forgetRemembered(
                        snapshots.now().plus(settings.revalidationInterval().multipliedBy(2)));
            }
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.FINE, "Validation of known tokens is retried.", failed);
        } finally {
            scheduler.scheduleWithJitter(settings.revalidationInterval(), this::revalidate);
        }
    }
}
