package dev.jackstaff.protocols.sync;

import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.EntityTags;
import dev.jackstaff.protocols.http.GzipCoding;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Reply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document of one revision, plain and compressed, made once for all requests. */
final class SnapshotRepresentation {
    private final String tag;
    private final String compressedTag;
    private final Reply plain;
    private final Reply compressed;

    private SnapshotRepresentation(ServedEnvironment served) {
        byte[] document = SnapshotWriter.write(served.snapshot());
        String text = tag(SnapshotHead.of(served.snapshot()));
        this.tag = '"' + text + '"';
        this.compressedTag = EntityTags.compressed(tag);
        this.plain = fullReply(document, tag, served.revision());
        this.compressed = fullReply(GzipCoding.compress(document), compressedTag, served.revision())
                .with("Content-Encoding", GzipCoding.NAME);
    }

    static SnapshotRepresentation of(ServedEnvironment served) {
        return served.view(SnapshotRepresentation.class, SnapshotRepresentation::new);
    }

    /** The tag of a snapshot, the same at every host; not quoted. */
    static String tag(SnapshotHead head) {
        return SyncState.fingerprint(head.environmentId()) + "-" + head.revision();
    }

    Reply answer(@Nullable String ifNoneMatch, boolean gzip) {
        if (EntityTags.matches(ifNoneMatch, tag)) {
            return Reply.empty(Reply.NOT_MODIFIED).with("ETag", gzip ? compressedTag : tag);
        }
        return gzip ? compressed : plain;
    }

    private static Reply fullReply(byte[] body, String tag, long revision) {
        Map<String, String> headers = Map.of("ETag", tag, HeaderNames.REVISION, Long.toString(revision));
        return new Reply(Reply.OK, headers, body);
    }
}
