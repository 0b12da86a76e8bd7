package dev.jackstaff.edge.upstream.flagsmith;

import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Secrets;
import dev.jackstaff.edge.upstream.Succession;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentReader;
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
final class FollowedEnvironment {
    private static final String PROJECT = "flagsmith";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String url;
    private final KeyPair keys;
    private final Backoff backoff;
    private @Nullable String since;

    FollowedEnvironment(FlagsmithSettings settings, KeyPair keys) {
        this.url = settings.url();
        this.keys = keys;
        this.backoff = new Backoff(
                Duration.ofSeconds(1).compareTo(settings.interval()) < 0 ? Duration.ofSeconds(1) : settings.interval(),
                settings.interval().multipliedBy(3));
    }

    Backoff backoff() {
        return backoff;
    }

    /** The key of its snapshot. */
    String key() {
        return key(keys);
    }

    /** The key of the snapshot of an environment with these keys. */
    static String key(KeyPair keys) {
        return PROJECT + "/" + keys.client();
    }

    /**
     * Looks once.
     *
     * @throws IOException where the API does not say
     * @throws dev.jackstaff.engine.snapshot.DocumentException where what it says is no environment document
     */
    void look(FlagsmithApi api, Intake intake, LiveEnvironments environments) throws IOException {
        Optional<FlagsmithApi.Fetched> fetched = api.document(keys, since);
        Duration age = Duration.ZERO;
        if (fetched.isPresent()) {
            EnvironmentDocument document =
                    EnvironmentReader.read(fetched.get().document().json());
            Optional<Instant> updated = updatedAt(document);
            Succession.of(environments.environment(key()), snapshot(fetched.get(), updated))
                    .ifPresent(intake::take);
            since = Optional.ofNullable(fetched.get().lastModified())
                    .or(() -> updated.map(HTTP_DATE::format))
                    .orElse(null);
            age = fetched.get().age();
        }
        intake.confirm(key(), age);
    }

    private Snapshot snapshot(FlagsmithApi.Fetched fetched, Optional<Instant> updated) {
        return new Snapshot(
                PROJECT,
                keys.client(),
                UUID.nameUUIDFromBytes((url + ' ' + key()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                updated.map(Instant::toEpochMilli).orElse(0L),
                updated.orElseGet(Instant::now),
                List.of(),
                List.of(),
                List.of(
                        Secrets.credential(keys.server(), Credential.Kind.SERVER),
                        Secrets.credential(keys.client(), Credential.Kind.CLIENT)),
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
