package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.EntityTags;
import dev.jackstaff.protocols.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A document in the forms it is sent in, each with a strong tag of its own. Made once, sent often. */
final class Representation {
    private final byte[] plain;
    private final byte[] gzip;
    private final String plainTag;
    private final String gzipTag;

    Representation(byte[] plain, String tag) {
        this.plain = plain;
        this.gzip = compressed(plain);
        this.plainTag = tag;
        this.gzipTag = tag.substring(0, tag.length() - 1) + "-gzip\"";
    }

    /** The document; or, where the client has it in either form, that it has. */
    Reply answer(Wanted wanted) {
        boolean small = wanted.gzip() && gzip.length < plain.length;
        String tag = small ? gzipTag : plainTag;
        String other = small ? plainTag : gzipTag;
        if (EntityTags.match(wanted.ifNoneMatch(), tag)) {
            return headed(Reply.empty(Reply.NOT_MODIFIED), tag);
        }
        if (EntityTags.match(wanted.ifNoneMatch(), other)) {
            return headed(Reply.empty(Reply.NOT_MODIFIED), other);
        }
        return small
                ? headed(Reply.of(Reply.OK, gzip), tag).with("Content-Encoding", "gzip")
                : headed(Reply.of(Reply.OK, plain), tag);
    }

    private static Reply headed(Reply reply, String tag) {
        return reply.with("ETag", tag).with("Cache-Control", "no-cache").with("Vary", "Accept-Encoding, Authorization");
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
