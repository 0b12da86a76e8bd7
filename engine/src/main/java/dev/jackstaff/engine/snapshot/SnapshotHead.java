package dev.jackstaff.engine.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import java.io.IOException;

/**
 * What a snapshot is of, read from the beginning of its document without reading the rest.
 *
 * @param revision -1 where the document does not say
 */
public record SnapshotHead(String environmentId, long revision) {
    /** The head of a document; one that is older than any other where the document is none. */
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
        } catch (IOException torn) {
            return new SnapshotHead("", -1);
        }
        return new SnapshotHead(environmentId, revision);
    }

    /** The head of a snapshot. */
    public static SnapshotHead of(Snapshot snapshot) {
        return new SnapshotHead(snapshot.environmentId(), snapshot.revision());
    }

    /** Whether a snapshot should take its place: a later one of the same environment, or one of another. */
    public boolean precedes(SnapshotHead other) {
        return precedes(other.environmentId, other.revision);
    }

    /** The same, of a whole snapshot. */
    public boolean precedes(Snapshot snapshot) {
        return precedes(snapshot.environmentId(), snapshot.revision());
    }

    /** The same, of an environment's revision. */
    public boolean precedes(String otherId, long otherRevision) {
        return !environmentId.equals(otherId) || revision < otherRevision;
    }
}
