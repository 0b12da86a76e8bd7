package dev.jackstaff.edge.upstream.flagsmith;

import dev.jackstaff.background.Outage;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The poller of one Flagsmith environment. Its snapshot's key is {@code flagsmith/} and the client-side key, which is
 * public and never changes. For one thread at a time.
 */
final class EnvironmentPoller {
    private static final Logger LOG = Logger.getLogger(EnvironmentPoller.class.getName());
    private static final String PROJECT = "flagsmith";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String url;
    private final FlagsmithKeyPair keys;
    private final Backoff backoff;
    private final Outage outage;
    private @Nullable String lastModified;
    private int failures;
    private volatile boolean working;

    EnvironmentPoller(FlagsmithUpstreamSettings settings, FlagsmithKeyPair keys) {
        this.url = settings.url();
        this.keys = keys;
        this.outage =
                new Outage(LOG, "Fetching the document of environment " + keys.clientKey() + " from the Flagsmith API");
        this.backoff = new Backoff(
                Duration.ofSeconds(1).compareTo(settings.pollInterval()) < 0
                        ? Duration.ofSeconds(1)
                        : settings.pollInterval(),
                settings.pollInterval().multipliedBy(3));
    }

    /**
     * Records a failed poll; returns the delay until the next.
     *
     * @param cause the exception for the log; null for none
     */
    Duration failed(String reason, @Nullable Throwable cause) {
        working = false;
        outage.recordFailure(reason, cause);
        return backoff.delay(++failures);
    }

    /** Records a successful poll. */
    void worked() {
        working = true;
        outage.recordSuccess();
        failures = 0;
    }

    /** Whether the last poll was successful. */
    boolean isWorking() {
        return working;
    }

    /** The key of the environment's snapshot. */
    String key() {
        return key(keys);
    }

    /** The snapshot key for a key pair. */
    static String key(FlagsmithKeyPair keys) {
        return new EnvironmentAddress(PROJECT, keys.clientKey()).toString();
    }

    /**
     * Polls the document once, and serves it if it changed.
     *
     * @throws IOException if the API does not answer
     * @throws dev.jackstaff.engine.snapshot.DocumentException if the answer is no environment document
     */
    void poll(FlagsmithApiClient api, Intake intake, LiveEnvironments environments)
            throws IOException, InterruptedException {
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
                updated.map(instant -> Math.max(0, instant.toEpochMilli())).orElse(0L),
                updated.orElseGet(Instant::now),
                List.of(),
                List.of(),
                List.of(
                        HashedCredentials.of(keys.serverKey(), Credential.Kind.SERVER),
                        HashedCredentials.of(keys.clientKey(), Credential.Kind.CLIENT)),
                List.of(),
                new ForeignDocument(EnvironmentDocument.DIALECT, fetched.document()));
    }

    /** The change time in the document; empty when it is absent or malformed. */
    private static Optional<Instant> updatedAt(EnvironmentDocument document) {
        return Optional.ofNullable(document.updatedAt()).flatMap(UpdatedAt::parse);
    }
}
