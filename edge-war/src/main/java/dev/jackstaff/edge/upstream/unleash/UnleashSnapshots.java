package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.RevisionNumbering;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The way of the server's documents into service: a snapshot for each set of features that some token shows. */
final class UnleashSnapshots {
    private final String url;
    private final Intake intake;
    private final LiveEnvironments environments;

    UnleashSnapshots(String url, Intake intake, LiveEnvironments environments) {
        this.url = url;
        this.intake = intake;
        this.environments = environments;
    }

    /**
     * Serves a document, and lets tokens open it.
     *
     * @param revision the server's own; 0 where it has none
     * @param tokens all that show it
     * @throws dev.jackstaff.engine.snapshot.DocumentException where it is no features document
     */
    synchronized void serve(TokenScope scope, JsonText document, long revision, List<UnleashToken> tokens) {
        Snapshot wanted = snapshot(scope, document, revision, tokens);
        RevisionNumbering.assignRevision(environments.environment(scope.key()), wanted)
                .ifPresent(intake::apply);
    }

    /** Has these tokens and no others open what is served. */
    synchronized void replaceTokens(TokenScope scope, List<UnleashToken> tokens) {
        ServedEnvironment served = environments.environment(scope.key());
        if (served != null) {
            served.document(FeaturesDocument.DIALECT).ifPresent(document -> serve(scope, document, 0, tokens));
        }
    }

    private Snapshot snapshot(TokenScope scope, JsonText document, long revision, List<UnleashToken> tokens) {
        UUID id = UUID.nameUUIDFromBytes((url + ' ' + scope.key()).getBytes(StandardCharsets.UTF_8));
        return new Snapshot(
                scope.project(),
                scope.environment(),
                id.toString(),
                revision,
                Instant.now(),
                List.of(),
                List.of(),
                tokens.stream().map(UnleashToken::credential).toList(),
                List.of(),
                new ForeignDocument(FeaturesDocument.DIALECT, document));
    }

    /** The server says that what is served is the newest there is. */
    void confirm(TokenScope scope, Duration age) {
        intake.confirm(scope.key(), age);
    }

    /** Lets a token in at once, where what it shows is served already; its snapshot will know it later. */
    boolean admit(UnleashToken token) {
        boolean served = environments.environment(token.scope().key()) != null;
        if (served) {
            environments.admitKey(token.scope().key(), token.credential());
        }
        return served;
    }

    /** A token opens nothing any more. */
    void revoke(UnleashToken token) {
        environments.revokeKey(token.credential().hash());
    }

    /** Nobody may see this any more. */
    void withdraw(TokenScope scope) {
        if (environments.environment(scope.key()) != null) {
            intake.withdraw(scope.key());
        }
    }

    boolean isServed(TokenScope scope) {
        return environments.environment(scope.key()) != null;
    }

    /** Everything that was known from the start is served: what is left of an earlier run, and unknown by now, is not. */
    void markComplete(TokenRegistry tokens) {
        Set<String> hashes =
                tokens.all().stream().map(token -> token.credential().hash()).collect(Collectors.toSet());
        environments.admittedKeys().values().forEach(admitted -> admitted.stream()
                .filter(credential -> !hashes.contains(credential.hash()))
                .forEach(credential -> environments.revokeKey(credential.hash())));
        intake.retainOnly(tokens.scopes().stream().map(TokenScope::key).collect(Collectors.toSet()));
        intake.markComplete();
    }
}
