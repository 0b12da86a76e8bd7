package dev.jackstaff.protocols.sync;

import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reader of states and ages in their JSON documents. */
final class SyncStateReader {
    private SyncStateReader() {}

    static SyncState readState(byte[] document) {
        return DocumentReader.readWhole(document, SyncStateReader::state);
    }

    static Map<String, Duration> readAges(byte[] document) {
        Map<String, Duration> ages = new HashMap<>();
        DocumentReader.readWhole(document, reader -> {
            reader.object(member -> {
                if (!member.equals("ages")) {
                    return false;
                }
                reader.object(key -> {
                    ages.put(key, parseAge(reader));
                    return true;
                });
                return true;
            });
            return ages;
        });
        return Collections.unmodifiableMap(ages);
    }

    private static SyncState state(DocumentReader reader) {
        var read = new Object() {
            boolean complete;
            boolean ready;

            @Nullable
            List<SyncState.EnvironmentState> environments;
        };
        reader.object(member -> {
            switch (member) {
                case "complete" -> read.complete = reader.bool();
                case "ready" -> read.ready = reader.bool();
                case "environments" -> read.environments = reader.array(() -> environmentState(reader));
                default -> {
                    return false;
                }
            }
            return true;
        });
        List<SyncState.EnvironmentState> environments = read.environments;
        if (environments == null) {
            throw reader.refusal("a state needs \"environments\"");
        }
        return new SyncState(read.complete, read.ready, environments);
    }

    private static SyncState.EnvironmentState environmentState(DocumentReader reader) {
        var read = new Object() {
            String key = "";
            String id = "";
            long revision = -1;

            @Nullable
            Duration age;
        };
        reader.object(member -> {
            switch (member) {
                case "key" -> read.key = reader.string();
                case "id" -> read.id = reader.string();
                case "revision" -> read.revision = reader.longInteger();
                case "age" -> read.age = parseAge(reader);
                default -> {
                    return false;
                }
            }
            return true;
        });
        if (read.key.isEmpty() || read.revision < 0) {
            throw reader.refusal("an environment needs \"key\", \"id\" and \"revision\"");
        }
        return new SyncState.EnvironmentState(read.key, new SnapshotHead(read.id, read.revision), read.age);
    }

    private static Duration parseAge(DocumentReader reader) {
        if (!reader.token().isNumeric()) {
            throw reader.refusal("an age is a number of seconds");
        }
        String seconds = reader.json().json();
        return reader.checked(() -> SyncState.parseAge(seconds));
    }
}
