package dev.jackstaff.engine.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import java.io.IOException;

/**
 * The environment id and revision of a snapshot, read from the beginning of its document only.
 *
 * @param revision -1 if the document has none
 */
public record SnapshotHead(String environmentId, long revision) {
    /** The head of a document; if the document is malformed, a head older than any other. */
    public static SnapshotHead of(byte[] document) {
        String environmentId = "";
        long revision = -1;
        try (JsonParser parser = JsonText.FACTORY.createParser(document)) {
            parser.nextToken();
            while ((environmentId.isEmpty() || revision < 0) && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("environmentId")) {
                    environmentId = parser.getText();
                } else if (name.equals("revision")) {
                    revision = parser.getValueAsLong(-1);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException malformed) {
            return new SnapshotHead("", -1);
        }
        return new SnapshotHead(environmentId, revision);
    }

    /** The head of a snapshot. */
    public static SnapshotHead of(Snapshot snapshot) {
        return new SnapshotHead(snapshot.environmentId(), snapshot.revision());
    }

    /**
     * Whether a snapshot should replace the one with this head: it has a higher revision of the same environment id, or
     * another id.
     */
    public boolean precedes(SnapshotHead other) {
        return precedes(other.environmentId, other.revision);
    }

    /** Whether a snapshot should replace the one with this head. */
    public boolean precedes(Snapshot snapshot) {
        return precedes(snapshot.environmentId(), snapshot.revision());
    }

    /** Whether this is a later revision of the same environment id. */
    public boolean isLaterThan(SnapshotHead other) {
        return isLaterThan(other.environmentId, other.revision);
    }

    /** Whether this is a later revision of the same environment id. */
    public boolean isLaterThan(String otherId, long otherRevision) {
        return environmentId.equals(otherId) && revision > otherRevision;
    }

    /** Whether an environment's revision should replace the one with this head. */
    public boolean precedes(String otherId, long otherRevision) {
        return !environmentId.equals(otherId) || revision < otherRevision;
    }
}
