package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentWriter;
import dev.jackstaff.protocols.flagsmith.export.FlagsmithExport;
import dev.jackstaff.protocols.http.GzipCoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The environment document of one revision. A document from Flagsmith is served unchanged. For native flags, its {@code
 * api_key} is the environment's id: it salts what the SDKs hash, so it is the same for every key, and it is no secret.
 */
final class EnvironmentDocumentView {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final byte[] raw;
    private final byte[] gzip;
    private final String tag;
    private final Instant lastModified;
    private final Map<String, String> headers;

    private EnvironmentDocumentView(ServedEnvironment environment) {
        Snapshot snapshot = environment.snapshot();
        raw = environment
                .document(EnvironmentDocument.DIALECT)
                .map(carried -> carried.json().getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> EnvironmentDocumentWriter.write(
                        FlagsmithExport.of(snapshot, apiKey(snapshot)).document()));
        gzip = GzipCoding.compress(raw);
        tag = '"' + snapshot.environmentId() + ':' + snapshot.revision() + '"';
        lastModified = snapshot.changedAt().truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> more = new HashMap<>(FeatureListView.of(environment).headers());
        more.put("ETag", tag);
        more.put("Last-Modified", HTTP_DATE.format(lastModified));
        headers = Map.copyOf(more);
    }

    /**
     * Whether an environment has such a document: it has none if it came from a foreign system other than Flagsmith.
     */
    static boolean isAvailableFor(ServedEnvironment environment) {
        return environment.dialect() == null || EnvironmentDocument.DIALECT.equals(environment.dialect());
    }

    /** The {@code api_key} in the document of native flags. */
    static String apiKey(Snapshot snapshot) {
        return snapshot.environmentId();
    }

    static EnvironmentDocumentView of(ServedEnvironment environment) {
        return environment.view(EnvironmentDocumentView.class, EnvironmentDocumentView::new);
    }

    byte[] raw() {
        return raw;
    }

    byte[] gzip() {
        return gzip;
    }

    String tag() {
        return tag;
    }

    /** The commit time of the revision, in whole seconds, the resolution of HTTP dates. */
    Instant lastModified() {
        return lastModified;
    }

    Map<String, String> headers() {
        return headers;
    }
}
