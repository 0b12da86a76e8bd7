package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.RevisionNumbering;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The snapshots of an Unleash server: one for each scope that some token shows. */
final class UnleashSnapshots {
    private final String url;
    private final Intake intake;
    private final LiveEnvironments environments;
    private final Clock clock;

    UnleashSnapshots(String url, Intake intake, LiveEnvironments environments, Clock clock) {
        this.clock = clock;
        this.url = url;
        this.intake = intake;
        this.environments = environments;
    }

    /**
     * Serves a document with the tokens that show it.
     *
     * @param revision the server's own; 0 if it has none
     * @param credentials those of all tokens that show it
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it is no features document
     */
    synchronized void serve(TokenScope scope, JsonText document, long revision, List<Credential> credentials) {
        Snapshot unnumbered = snapshot(scope, document, revision, credentials);
        RevisionNumbering.assignRevision(environments.environment(scope.key()), unnumbered)
                .ifPresent(intake::apply);
    }

    /** Replaces the credentials of a served scope. */
    synchronized void replaceCredentials(TokenScope scope, List<Credential> credentials) {
        ServedEnvironment served = environments.environment(scope.key());
        if (served != null) {
            served.document(FeaturesDocument.DIALECT).ifPresent(document -> serve(scope, document, 0, credentials));
        }
    }

    private Snapshot snapshot(TokenScope scope, JsonText document, long revision, List<Credential> credentials) {
        UUID id = UUID.nameUUIDFromBytes((url + ' ' + scope.key()).getBytes(StandardCharsets.UTF_8));
        return new Snapshot(
                scope.project(),
                scope.environment(),
                id.toString(),
                revision,
                clock.instant(),
                List.of(),
                List.of(),
                credentials,
                List.of(),
                new ForeignDocument(FeaturesDocument.DIALECT, document));
    }

    /** Confirms a scope's snapshot as the newest. */
    void confirm(TokenScope scope, Duration age) {
        intake.confirm(scope.key(), age);
    }

    /** Admits a token at once if its scope is served; returns whether it is. */
    boolean admit(UnleashToken token) {
        boolean served = environments.environment(token.scope().key()) != null;
        if (served) {
            environments.admitKey(token.scope().key(), token.credential());
        }
        return served;
    }

    /** Revokes an admitted token. */
    void revoke(String hash) {
        environments.revokeKey(hash);
    }

    /** Remembers the tokens of the environments that an earlier run left. */
    void rememberTokens(RememberedTokens remembered) {
        Instant now = clock.instant();
        environments.environments().forEach((key, environment) -> environment
                .snapshot()
                .credentials()
                .forEach(credential -> remembered.remember(TokenScope.ofKey(key), credential, now)));
        environments
                .admittedKeys()
                .forEach((key, admitted) ->
                        admitted.forEach(credential -> remembered.remember(TokenScope.ofKey(key), credential, now)));
    }

    /** The present moment. */
    Instant now() {
        return clock.instant();
    }

    /** Withdraws a scope that no token shows any more. */
    void withdraw(TokenScope scope) {
        if (environments.environment(scope.key()) != null) {
            intake.withdraw(scope.key());
        }
    }

    boolean isServed(TokenScope scope) {
        return environments.environment(scope.key()) != null;
    }

    /** Marks the environments as complete, and removes what an earlier run left. */
    void markComplete(TokenRegistry tokens) {
        Set<String> hashes = tokens.scopes().stream()
                .flatMap(scope -> tokens.credentials(scope).stream())
                .map(Credential::hash)
                .collect(Collectors.toSet());
        environments.admittedKeys().values().forEach(admitted -> admitted.stream()
                .filter(credential -> !hashes.contains(credential.hash()))
                .forEach(credential -> environments.revokeKey(credential.hash())));
        intake.retainOnly(tokens.scopes().stream().map(TokenScope::key).collect(Collectors.toSet()));
        intake.markComplete();
    }
}
