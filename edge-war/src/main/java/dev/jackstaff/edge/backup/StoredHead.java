package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The head of a snapshot in Redis, by which scripts in Redis decide which snapshot is newer. They write it. */
record StoredHead(Map<String, String> members) {
    /**
     * The head in a JSON document.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it contains none
     */
    static StoredHead parse(byte[] document) {
        return DocumentReader.readWhole(document, reader -> {
            Map<String, String> members = new HashMap<>();
            reader.object(member -> {
                members.put(member, reader.string());
                return true;
            });
            return new StoredHead(members);
        });
    }

    /** Whether the environment was deleted. */
    boolean isDeleted() {
        return "1".equals(members.get("gone"));
    }

    /** Whether this is the head of a snapshot. */
    boolean describes(Snapshot snapshot) {
        return snapshot.environmentId().equals(members.get("id"))
                && Long.toString(snapshot.revision()).equals(revision());
    }

    String revision() {
        return String.valueOf(members.get("revision"));
    }

    /**
     * The time since the snapshot was last confirmed as the newest, or changed.
     *
     * @param now in epoch milliseconds, by the clock of Redis
     */
    Duration age(Snapshot snapshot, long now) {
        long confirmed = Long.parseLong(members.getOrDefault("confirmed", "0"));
        return Duration.ofMillis(
                now - (confirmed > 0 ? confirmed : snapshot.changedAt().toEpochMilli()));
    }
}
