package dev.jackstaff.protocols.http.coding;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A decoded body of the coding gzip (RFC 1952): one member or several in a row, each with its checksum and length.
 * Nothing else may follow. Java's own stream descends one call deeper for each member, and leaves out what follows the
 * first one if it has not arrived yet.
 */
final class GzipBody extends InputStream {
    private static final int BUFFER_BYTES = 8_192;
    private static final int MAGIC = 0x1f8b;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;
    private static final int TIME_FLAGS_AND_SYSTEM_BYTES = 6;

    private final InputStream packed;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int position;
    private int end;
    private boolean withinMember;
    private boolean anyMember;

    GzipBody(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int count = 0;
        while (count == 0 && length > 0) {
            if (!withinMember && !beginMember()) {
                return -1;
            }
            count = inflate(bytes, offset, length);
        }
        return count;
    }

    /** Decodes some bytes; 0 if the member ends here. */
    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(bytes, offset, length);
                if (count > 0) {
                    checksum.update(bytes, offset, count);
                    return count;
                }
                if (inflater.finished()) {
                    endMember();
                    return 0;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("a dictionary is required");
                }
                feed();
            }
        } catch (DataFormatException malformed) {
            throw new ZipException(malformed.getMessage());
        }
    }

    private void feed() throws IOException {
        if (!fill()) {
            throw new EOFException();
        }
        inflater.setInput(buffer, position, end - position);
        position = end;
    }

    /** Reads the header of the next member; false if there is none. */
    private boolean beginMember() throws IOException {
        if (anyMember && position == end && !fill()) {
            return false;
        }
        if ((next() << 8 | next()) != MAGIC || next() != DEFLATE) {
            throw new ZipException("no gzip header");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("reserved flags");
        }
        skip(TIME_FLAGS_AND_SYSTEM_BYTES);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & HEADER_CHECKSUM) != 0 ? 2 : 0);
        inflater.reset();
        checksum.reset();
        inflater.setInput(buffer, position, end - position);
        position = end;
        withinMember = true;
        anyMember = true;
        return true;
    }

    /** Checks what follows a member's data: its checksum and its length. */
    private void endMember() throws IOException {
        position = end - inflater.getRemaining();
        withinMember = false;
        if (littleEndian() != checksum.getValue() || littleEndian() != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new ZipException("the checksum or the length is wrong");
        }
    }

    private long littleEndian() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            value |= (long) next() << shift;
        }
        return value;
    }

    private void skipText(boolean present) throws IOException {
        boolean within = present;
        while (within) {
            within = next() != 0;
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private int next() throws IOException {
        if (position == end && !fill()) {
            throw new EOFException();
        }
        return Byte.toUnsignedInt(buffer[position++]);
    }

    private boolean fill() throws IOException {
        int count = packed.read(buffer, 0, buffer.length);
        position = 0;
        end = Math.max(0, count);
        return count > 0;
    }

    /** Frees the decoder, and leaves the connection as it is. */
    @Override
    public void close() {
        inflater.end();
    }
}
