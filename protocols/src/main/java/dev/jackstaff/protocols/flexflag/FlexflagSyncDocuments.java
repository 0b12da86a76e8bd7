package dev.jackstaff.protocols.flexflag;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.json.JsonBytes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents that FlexFlag's edge servers synchronize from: a whole environment or its changes. FlexFlag's two
 * channels name the same thing differently; the documents have both names.
 */
public final class FlexflagSyncDocuments {
    private static final String TIMESTAMP = "timestamp";

    private FlexflagSyncDocuments() {}

    /** The flags of an environment from an offset on, and its keys. */
    public static byte[] fullSync(Snapshot snapshot, int offset, int limit) {
        List<FlagDefinition> flags =
                snapshot.flags().stream().skip(offset).limit(limit).toList();
        return JsonBytes.object(generator -> {
            generator.writeArrayFieldStart("flags");
            for (FlagDefinition flag : flags) {
                flag(snapshot, flag).write(generator);
            }
            generator.writeEndArray();
            generator.writeArrayFieldStart("api_keys");
            for (Credential credential : snapshot.credentials()) {
                key(generator, snapshot, credential);
            }
            generator.writeEndArray();
            generator.writeNumberField("total_count", flags.size());
        });
    }

    /** The authentication result of a credential. */
    public static byte[] credential(Snapshot snapshot, Credential credential) {
        return JsonBytes.object(generator -> {
            generator.writeFieldName("api_key");
            key(generator, snapshot, credential);
        });
    }

    /** The messages that lead from one snapshot to another, in any order. Null is an empty snapshot. */
    public static List<byte[]> changes(@Nullable Snapshot before, Snapshot now) {
        List<byte[]> messages = new ArrayList<>();
        Map<String, FlagDefinition> known = new HashMap<>();
        Map<String, Credential> keys = new HashMap<>();
        if (before != null) {
            before.flags().forEach(flag -> known.put(flag.key(), flag));
            before.credentials().forEach(key -> keys.put(key.hash(), key));
        }
        for (FlagDefinition flag : now.flags()) {
            FlagDefinition old = known.remove(flag.key());
            if (!flag.equals(old)) {
                messages.add(change(now, flag, old == null ? "create" : "update"));
            }
        }
        known.values().forEach(gone -> messages.add(change(now, gone, "delete")));
        for (Credential key : now.credentials()) {
            Credential old = keys.remove(key.hash());
            if (!key.equals(old)) {
                messages.add(change(now, key, old == null ? "create" : "update"));
            }
        }
        keys.values().forEach(gone -> messages.add(change(now, gone, "delete")));
        return messages;
    }

    private static byte[] change(Snapshot snapshot, FlagDefinition flag, String action) {
        return message("flag_update", snapshot.changedAt(), generator -> {
            generator.writeStringField("type", "flag_update");
            generator.writeStringField("flag_key", flag.key());
            generator.writeStringField("action", action);
            generator.writeStringField("operation", action);
            place(generator, snapshot);
            generator.writeFieldName("flag");
            flag(snapshot, flag).write(generator);
            generator.writeStringField(TIMESTAMP, snapshot.changedAt().toString());
        });
    }

    private static byte[] change(Snapshot snapshot, Credential key, String action) {
        return message("api_key_update", snapshot.changedAt(), generator -> {
            generator.writeFieldName("api_key");
            key(generator, snapshot, key);
            generator.writeStringField("action", action);
            generator.writeNumberField(TIMESTAMP, snapshot.changedAt().getEpochSecond());
        });
    }

    /** A message of the given type. */
    static byte[] message(String type, Instant at, JsonBytes.JsonContent data) {
        return JsonBytes.object(generator -> {
            generator.writeStringField("type", type);
            generator.writeObjectFieldStart("data");
            data.writeTo(generator);
            generator.writeEndObject();
            generator.writeStringField(TIMESTAMP, at.toString());
        });
    }

    private static void place(JsonGenerator generator, Snapshot snapshot) throws IOException {
        generator.writeStringField("project_id", snapshot.project());
        generator.writeStringField("environment", snapshot.environment());
    }

    private static void key(JsonGenerator generator, Snapshot snapshot, Credential credential) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("key_hash", credential.hash());
        place(generator, snapshot);
        generator.writeArrayFieldStart("permissions");
        generator.writeString("read");
        generator.writeEndArray();
        if (credential.expiresAt() != null) {
            generator.writeStringField("expires_at", credential.expiresAt().toString());
        }
        generator.writeEndObject();
    }

    private static FlexflagFlag flag(Snapshot snapshot, FlagDefinition flag) {
        return new FlexflagFlag(
                flag,
                new FlexflagFlag.FlagMetadata(
                        snapshot.project(),
                        snapshot.environment(),
                        flag.key(),
                        "",
                        List.of(),
                        null,
                        snapshot.changedAt()));
    }
}
