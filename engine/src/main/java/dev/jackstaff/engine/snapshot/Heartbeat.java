package dev.jackstaff.engine.snapshot;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * A hub's confirmation that the data grid holds every committed snapshot: the moment, and the head of each snapshot. A
 * receiver with an older snapshot has missed a notification, and must fetch the snapshot.
 *
 * <p>Its text is a line with the moment in epoch milliseconds, and a line for each snapshot with its revision,
 * environment id and key, separated by blanks.
 *
 * @param heads the snapshots in the grid, by their keys {@code project/environment}
 */
public record Heartbeat(Instant moment, Map<String, SnapshotHead> heads) {
    public Heartbeat {
        heads = Collections.unmodifiableMap(new HashMap<>(heads));
    }

    /** The heartbeat's text, as stored in the data grid. */
    public String text() {
        StringBuilder text = new StringBuilder().append(moment.toEpochMilli());
        heads.forEach((key, head) -> text.append('\n')
                .append(head.revision())
                .append(' ')
                .append(head.environmentId())
                .append(' ')
                .append(key));
        return text.toString();
    }

    /**
     * The heartbeat that a text holds.
     *
     * @throws IllegalArgumentException if the text is not a heartbeat
     */
    public static Heartbeat parse(String text) {
        String[] lines = text.split("\n", -1);
        Map<String, SnapshotHead> heads = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(" ", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException("not a line of a heartbeat: " + lines[i]);
            }
            heads.put(parts[2], new SnapshotHead(parts[1], Long.parseLong(parts[0])));
        }
        return new Heartbeat(Instant.ofEpochMilli(Long.parseLong(lines[0])), heads);
    }
}
