package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The envelope of a backup: content with format, checksum, origin and name. Bytes: format line, SHA-256 of the rest,
 * origin, name, length, gzip content (RFC 1952).
 *
 * @param origin the upstream that the content came from; content of another origin is refused
 * @param name the name of the content, unique within the origin
 * @param content must not be modified
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
record BackupEnvelope(String origin, String name, byte[] content) {
    private static final byte[] FORMAT = "jackstaff-backup 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SHORT_HASH_BYTES = 16;
    private static final int MAX_CONTENT_BYTES = 256 << 20;

    /** The exception for backup bytes that are incomplete, changed, foreign or of an unknown format. */
    static final class InvalidBackupException extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidBackupException(String reason) {
            super(reason);
        }
    }

    byte[] toBytes() {
        ByteArrayOutputStream body = new ByteArrayOutputStream(content.length / 4 + 256);
        ByteArrayOutputStream envelope = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            out.writeUTF(origin);
            out.writeUTF(name);
            out.writeInt(content.length);
            try (GZIPOutputStream compressed = new GZIPOutputStream(out)) {
                compressed.write(content);
            }
            envelope.write(FORMAT);
            envelope.write(Sha256.of(body.toByteArray()));
            body.writeTo(envelope);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return envelope.toByteArray();
    }

    /**
     * The envelope that the bytes hold.
     *
     * @throws InvalidBackupException if they are incomplete, changed, or of an unknown format
     */
    static BackupEnvelope of(byte[] bytes) throws InvalidBackupException {
        int headerLength = FORMAT.length + Sha256.of(new byte[0]).length;
        if (bytes.length < headerLength || !Arrays.equals(FORMAT, Arrays.copyOf(bytes, FORMAT.length))) {
            throw new InvalidBackupException("it is not a backup of a supported format");
        }
        byte[] body = Arrays.copyOfRange(bytes, headerLength, bytes.length);
        if (!MessageDigest.isEqual(Sha256.of(body), Arrays.copyOfRange(bytes, FORMAT.length, headerLength))) {
            throw new InvalidBackupException("its checksum does not match");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            String origin = in.readUTF();
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > MAX_CONTENT_BYTES) {
                throw new InvalidBackupException("its length is invalid");
            }
            try (GZIPInputStream compressed = new GZIPInputStream(in)) {
                byte[] content = compressed.readNBytes(length);
                if (content.length != length || compressed.read() >= 0) {
                    throw new InvalidBackupException("its content does not have the declared length");
                }
                return new BackupEnvelope(origin, name, content);
            }
        } catch (IOException undecodable) {
            throw (InvalidBackupException) new InvalidBackupException("it cannot be decoded").initCause(undecodable);
        }
    }

    /**
     * This envelope, if it is of the expected origin and name.
     *
     * @throws InvalidBackupException if it is of another origin or name
     */
    BackupEnvelope of(String expectedOrigin, String expectedName) throws InvalidBackupException {
        if (!origin.equals(expectedOrigin)) {
            throw new InvalidBackupException("its origin is " + origin + " instead of " + expectedOrigin);
        }
        if (!name.equals(expectedName)) {
            throw new InvalidBackupException("it holds " + name + " instead of " + expectedName);
        }
        return this;
    }

    /** A short hash of a name, safe in file names and Redis keys: 32 hexadecimal digits. */
    static String shortHash(String name) {
        return HexFormat.of().formatHex(Sha256.of(name), 0, SHORT_HASH_BYTES);
    }

    /** The SHA-256 of a content: 64 hexadecimal digits. */
    static String hash(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content));
    }
}
