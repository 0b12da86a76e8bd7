package dev.jackstaff.edge.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The index of a backup: the environments with their least revision and the time of their last confirmation, and the
 * keys admitted beside the snapshots. Written after the snapshots, so a snapshot may be newer than its entry, but never
 * older.
 */
record BackupIndex(Map<String, Entry> environments, List<AdmittedKey> admittedKeys) {
    static final BackupIndex EMPTY = new BackupIndex(Map.of(), List.of());

    private static final String ENVIRONMENTS = "environments";
    private static final String ADMITTED = "admitted";
    private static final String ENVIRONMENT = "environment";
    private static final String ID = "id";
    private static final String REVISION = "revision";
    private static final String CONFIRMED_AT = "confirmedAt";
    private static final String HASH = "hash";
    private static final String KIND = "kind";

    /** The head of an environment's snapshot, and the time when it was last confirmed as the newest. */
    record Entry(SnapshotHead head, Instant confirmedAt) {}

    /** A valid key that the environment's stored snapshot does not contain. */
    record AdmittedKey(String environment, Credential credential) {}

    byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart(ENVIRONMENTS);
            for (Map.Entry<String, Entry> environment : environments.entrySet()) {
                Entry entry = environment.getValue();
                json.writeStartObject();
                json.writeStringField(ENVIRONMENT, environment.getKey());
                json.writeStringField(ID, entry.head().environmentId());
                json.writeNumberField(REVISION, entry.head().revision());
                json.writeStringField(CONFIRMED_AT, entry.confirmedAt().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart(ADMITTED);
            for (AdmittedKey key : admittedKeys) {
                json.writeStartObject();
                json.writeStringField(ENVIRONMENT, key.environment());
                json.writeStringField(ID, key.credential().id());
                json.writeStringField(HASH, key.credential().hash());
                json.writeStringField(KIND, key.credential().kind().label());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The index in a document that {@link #toJson} wrote.
     *
     * @throws DocumentException if it is another document
     */
    static BackupIndex parse(byte[] document) {
        return DocumentReader.readWhole(document, reader -> {
            Map<String, Entry> environments = new HashMap<>();
            List<AdmittedKey> admitted = new ArrayList<>();
            reader.object(member -> {
                List<Map<String, String>> rows = reader.array(() -> row(reader));
                if (member.equals(ENVIRONMENTS)) {
                    rows.forEach(row -> environments.put(value(row, ENVIRONMENT), entry(row)));
                } else {
                    rows.forEach(row -> admitted.add(new AdmittedKey(value(row, ENVIRONMENT), credential(row))));
                }
                return true;
            });
            return new BackupIndex(environments, admitted);
        });
    }

    private static Map<String, String> row(DocumentReader reader) {
        Map<String, String> row = new HashMap<>();
        reader.object(member -> {
            row.put(member, member.equals(REVISION) ? Long.toString(reader.longInteger()) : reader.string());
            return true;
        });
        return row;
    }

    private static String value(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }

    private static Entry entry(Map<String, String> row) {
        SnapshotHead head = new SnapshotHead(value(row, ID), Long.parseLong(value(row, REVISION)));
        return new Entry(head, Instant.parse(value(row, CONFIRMED_AT)));
    }

    private static Credential credential(Map<String, String> row) {
        Credential.Kind kind = Credential.Kind.named(value(row, KIND)).orElse(Credential.Kind.CLIENT);
        return new Credential(value(row, ID), value(row, HASH), kind, null);
    }
}
