package dev.jackstaff.engine.snapshot;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What a hub says when it has seen that the data grid has all that is committed: the moment, and what is there. Whoever holds
 * something older knows by this that the news of it got lost, and has to fetch it.
 *
 * <p>Its text is the moment in milliseconds of the epoch, and a line for each snapshot: revision, environment, key, with blanks
 * between them.
 *
 * @param heads the snapshots that are there, by their keys {@code project/environment}
 */
public record Heartbeat(Instant moment, Map<String, SnapshotHead> heads) {
    public Heartbeat {
        heads = Collections.unmodifiableMap(new HashMap<>(heads));
    }

    /** The heartbeat as it is put into the data grid. */
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
     * The heartbeat that a text tells of.
     *
     * @throws IllegalArgumentException where it tells of none
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
