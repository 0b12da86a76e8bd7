package dev.jackstaff.edge.upstream.flagsmith;

import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.upstream.HashedCredentials;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.RevisionNumbering;
import dev.jackstaff.engine.EnvironmentAddress;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One environment of a Flagsmith API, as it is followed. Its snapshot is {@code flagsmith/} and the client-side key, which is
 * public and never changes. Used by one thread at a time.
 */
final class EnvironmentPoller {
    private static final String PROJECT = "flagsmith";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String url;
    private final FlagsmithKeyPair keys;
    private final Backoff backoff;
    private @Nullable String lastModified;
    private int failures;

    EnvironmentPoller(FlagsmithUpstreamSettings settings, FlagsmithKeyPair keys) {
        this.url = settings.url();
        this.keys = keys;
        this.backoff = new Backoff(
                Duration.ofSeconds(1).compareTo(settings.pollInterval()) < 0
                        ? Duration.ofSeconds(1)
                        : settings.pollInterval(),
                settings.pollInterval().multipliedBy(3));
    }

    /** It could not be fetched; answers how long to wait. */
    Duration failed() {
        return backoff.delay(++failures);
    }

    /** It was fetched. */
    void worked() {
        failures = 0;
    }

    /** The key of its snapshot. */
    String key() {
        return key(keys);
    }

    /** The key of the snapshot of an environment with these keys. */
    static String key(FlagsmithKeyPair keys) {
        return new EnvironmentAddress(PROJECT, keys.clientKey()).toString();
    }

    /**
     * Looks once.
     *
     * @throws IOException where the API does not say
     * @throws dev.jackstaff.engine.snapshot.DocumentException where what it says is no environment document
     */
    void poll(FlagsmithApiClient api, Intake intake, LiveEnvironments environments) throws IOException {
        Optional<FlagsmithApiClient.FetchedDocument> fetched = api.fetchDocument(keys, lastModified);
        Duration age = Duration.ZERO;
        if (fetched.isPresent()) {
            EnvironmentDocument document =
                    EnvironmentDocumentReader.read(fetched.get().document().json());
            Optional<Instant> updated = updatedAt(document);
            RevisionNumbering.assignRevision(environments.environment(key()), snapshot(fetched.get(), updated))
                    .ifPresent(intake::apply);
            lastModified = Optional.ofNullable(fetched.get().lastModified())
                    .or(() -> updated.map(HTTP_DATE::format))
                    .orElse(null);
            age = fetched.get().age();
        }
        intake.confirm(key(), age);
    }

    private Snapshot snapshot(FlagsmithApiClient.FetchedDocument fetched, Optional<Instant> updated) {
        return new Snapshot(
                PROJECT,
                keys.clientKey(),
                UUID.nameUUIDFromBytes((url + ' ' + key()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                updated.map(Instant::toEpochMilli).orElse(0L),
                updated.orElseGet(Instant::now),
                List.of(),
                List.of(),
                List.of(
                        HashedCredentials.of(keys.serverKey(), Credential.Kind.SERVER),
                        HashedCredentials.of(keys.clientKey(), Credential.Kind.CLIENT)),
                List.of(),
                new ForeignDocument(EnvironmentDocument.DIALECT, fetched.document()));
    }

    /** When the document says that it changed; empty where it does not, or not legibly. */
    private static Optional<Instant> updatedAt(EnvironmentDocument document) {
        try {
            return Optional.ofNullable(document.updatedAt())
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant)
                    .filter(instant -> instant.toEpochMilli() > 0);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
