package dev.jackstaff.edge.upstream.file;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.edge.upstream.HashedCredentials;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentReader;
import dev.jackstaff.protocols.unleash.DeltaReader;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.unleash.FeaturesDocumentWriter;
import dev.jackstaff.protocols.unleash.RawFeaturesDocument;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The reader of flag files: a Jackstaff snapshot, a Flagsmith environment document, or Unleash features as a document,
 * as events, or in the offline short form. A token that names a project and environment gets their flags; any other
 * token gets all.
 */
final class FlagFileReader {
    private static final String DEFAULT_ENVIRONMENT = "default";

    private final FileUpstreamSettings settings;
    private final Instant changedAt;

    private FlagFileReader(FileUpstreamSettings settings, Instant changedAt) {
        this.settings = settings;
        this.changedAt = changedAt;
    }

    /**
     * The snapshots in a file's content.
     *
     * @param changedAt when the file was written
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it is none of these; names the place of the error
     */
    static List<Snapshot> readSnapshots(byte[] content, FileUpstreamSettings settings, Instant changedAt) {
        FlagFileReader file = new FlagFileReader(settings, changedAt);
        Map<String, JsonToken> members = topLevelMembers(content);
        JsonText text = DocumentReader.readWhole(content, DocumentReader::json);
        if (members.get("format") == JsonToken.VALUE_NUMBER_INT && members.containsKey("environment")) {
            return List.of(file.withConfiguredKeys(SnapshotReader.read(content)));
        }
        if (members.get("features") == JsonToken.START_ARRAY) {
            return file.ofUnleash(text, FeaturesDocumentReader.read(content));
        }
        if (members.get("feature_states") == JsonToken.START_ARRAY) {
            return List.of(file.ofFlagsmith(text, EnvironmentDocumentReader.read(content)));
        }
        FeaturesDocument features = members.get("events") == JsonToken.START_ARRAY
                ? DeltaReader.read(content).applyTo(FeaturesDocument.EMPTY)
                : UnleashOfflineFlagsReader.read(content);
        String written = new String(FeaturesDocumentWriter.write(features), StandardCharsets.UTF_8);
        return file.ofUnleash(new JsonText(written, JsonToken.START_OBJECT), features);
    }

    private static Map<String, JsonToken> topLevelMembers(byte[] content) {
        return DocumentReader.readWhole(content, reader -> {
            Map<String, JsonToken> members = new LinkedHashMap<>();
            reader.object(member -> {
                members.put(member, reader.token());
                return false;
            });
            return members;
        });
    }

    private Snapshot withConfiguredKeys(Snapshot snapshot) {
        List<Credential> credentials = new ArrayList<>(snapshot.credentials());
        settings.serverTokens().forEach(key -> credentials.add(HashedCredentials.of(key, Credential.Kind.SERVER)));
        settings.frontendTokens().forEach(key -> credentials.add(HashedCredentials.of(key, Credential.Kind.CLIENT)));
        return snapshot.withCredentials(credentials);
    }

    private Snapshot ofFlagsmith(JsonText text, EnvironmentDocument document) {
        TokenScope scope = TokenScope.of(List.of(EnvironmentDocument.DIALECT), document.apiKey());
        Snapshot snapshot = snapshot(scope, List.of(), new ForeignDocument(EnvironmentDocument.DIALECT, text));
        return withConfiguredKeys(snapshot);
    }

    private List<Snapshot> ofUnleash(JsonText text, FeaturesDocument document) {
        FeaturesDocument.Query query = document.query();
        String environment = query == null || query.environment() == null ? DEFAULT_ENVIRONMENT : query.environment();
        Map<TokenScope, Set<Credential>> scopes = new LinkedHashMap<>();
        groupByScope(settings.serverTokens(), Credential.Kind.SERVER, environment, scopes);
        groupByScope(settings.frontendTokens(), Credential.Kind.CLIENT, environment, scopes);
        List<Snapshot> snapshots = new ArrayList<>();
        scopes.forEach((scope, credentials) -> {
            JsonText shown = scope.coversAllProjects()
                    ? text
                    : RawFeaturesDocument.of(text).select(scope::shows, scope.query());
            snapshots.add(
                    snapshot(scope, List.copyOf(credentials), new ForeignDocument(FeaturesDocument.DIALECT, shown)));
        });
        return snapshots;
    }

    private static void groupByScope(
            List<String> tokens, Credential.Kind kind, String environment, Map<TokenScope, Set<Credential>> scopes) {
        for (String token : tokens) {
            TokenScope scope = TokenScope.parse(token).orElseGet(() -> TokenScope.of(List.of(), environment));
            scopes.computeIfAbsent(scope, absent -> new LinkedHashSet<>()).add(HashedCredentials.of(token, kind));
        }
    }

    private Snapshot snapshot(TokenScope scope, List<Credential> credentials, ForeignDocument document) {
        String id = "file " + settings.file() + ' ' + scope.key();
        return new Snapshot(
                scope.project(),
                scope.environment(),
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString(),
                changedAt.toEpochMilli(),
                changedAt,
                List.of(),
                List.of(),
                credentials,
                List.of(),
                document);
    }
}
