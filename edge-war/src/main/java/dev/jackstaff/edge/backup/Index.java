package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was kept: which environments, at which revision at least, when each was last known to be the newest; and the keys that
 * were let in beside the snapshots. Written after the snapshots, so a snapshot may be newer than it says, and never older.
 */
record Index(Map<String, Entry> environments, List<Admitted> admitted) {
    static final Index EMPTY = new Index(Map.of(), List.of());

    private static final String ENVIRONMENTS = "environments";
    private static final String ADMITTED = "admitted";
    private static final String ENVIRONMENT = "environment";
    private static final String ID = "id";
    private static final String REVISION = "revision";
    private static final String CONFIRMED_AT = "confirmedAt";
    private static final String HASH = "hash";
    private static final String KIND = "kind";

    /** An environment's snapshot, and when last it was known to be the newest. */
    record Entry(SnapshotHead head, Instant confirmedAt) {}

    /** A key that opens an environment whose snapshot does not know it. */
    record Admitted(String environment, Credential credential) {}

    byte[] document() {
        JsonArrayBuilder kept = Json.createArrayBuilder();
        environments.forEach((key, entry) -> kept.add(Json.createObjectBuilder()
                .add(ENVIRONMENT, key)
                .add(ID, entry.head().environmentId())
                .add(REVISION, entry.head().revision())
                .add(CONFIRMED_AT, entry.confirmedAt().toString())));
        JsonArrayBuilder keys = Json.createArrayBuilder();
        admitted.forEach(key -> keys.add(Json.createObjectBuilder()
                .add(ENVIRONMENT, key.environment())
                .add(ID, key.credential().id())
                .add(HASH, key.credential().hash())
                .add(KIND, key.credential().kind().label())));
        JsonObject document = Json.createObjectBuilder()
                .add(ENVIRONMENTS, kept)
                .add(ADMITTED, keys)
                .build();
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #document} wrote: it comes with a checksum, so nothing else is to be expected. */
    static Index of(byte[] document) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(document))) {
            JsonObject index = reader.readObject();
            Map<String, Entry> environments = new HashMap<>();
            for (JsonObject entry : index.getJsonArray(ENVIRONMENTS).getValuesAs(JsonObject.class)) {
                SnapshotHead head = new SnapshotHead(
                        entry.getString(ID), entry.getJsonNumber(REVISION).longValueExact());
                environments.put(
                        entry.getString(ENVIRONMENT), new Entry(head, Instant.parse(entry.getString(CONFIRMED_AT))));
            }
            List<Admitted> admitted = new ArrayList<>();
            for (JsonObject key : index.getJsonArray(ADMITTED).getValuesAs(JsonObject.class)) {
                Credential.Kind.named(key.getString(KIND))
                        .map(kind -> new Credential(key.getString(ID), key.getString(HASH), kind, null))
                        .ifPresent(credential -> admitted.add(new Admitted(key.getString(ENVIRONMENT), credential)));
            }
            return new Index(environments, admitted);
        }
    }
}
