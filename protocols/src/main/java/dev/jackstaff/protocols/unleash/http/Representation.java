package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.EntityTags;
import dev.jackstaff.protocols.http.GzipCoding;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** A document in its plain and compressed forms, each with its own tag. Made once, with responses ready to send. */
final class Representation {
    private final Form plain;
    private final Form small;

    /**
     * The forms of a document.
     *
     * @param tag strong and quoted; that of the compressed form ends in {@code -gzip}
     */
    static Representation tagged(byte[] document, String tag, long revision) {
        return new Representation(document, tag, revision);
    }

    private Representation(byte[] document, String tag, long revision) {
        byte[] gzip = GzipCoding.compress(document);
        this.plain = Form.of(document, Map.of(), tag, revision);
        this.small = gzip.length < document.length
                ? Form.of(gzip, Map.of("Content-Encoding", GzipCoding.NAME), EntityTags.compressed(tag), revision)
                : plain;
    }

    /** One form, and the response to a client that already has it. */
    private record Form(String tag, Reply whole, Reply unchanged) {
        static Form of(byte[] body, Map<String, String> more, String tag, long revision) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("ETag", tag);
            headers.put(HeaderNames.REVISION, Long.toString(revision));
            Reply unchanged = new Reply(Reply.NOT_MODIFIED, headers, new byte[0]);
            headers.putAll(more);
            return new Form(tag, new Reply(Reply.OK, headers, body), unchanged);
        }
    }

    /** The document, or a 304 if the client has it in either form. */
    Reply answer(Negotiation wanted) {
        Form form = wanted.acceptsGzip() ? small : plain;
        if (wanted.ifNoneMatch() == null) {
            return form.whole;
        }
        if (!wanted.hasTag(form.tag)) {
            return form.whole;
        }
        Form other = wanted.acceptsGzip() ? plain : small;
        return EntityTags.contains(wanted.ifNoneMatch(), other.tag) ? other.unchanged : form.unchanged;
    }
}
