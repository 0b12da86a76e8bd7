package dev.jackstaff.listener.framing;

/**
 * The decoder of a chunked body: RFC 9112, 7.1. Extensions and trailers are ignored, but what is not of the grammar is
 * refused.
 */
final class ChunkDecoder {
    private static final int HEXADECIMAL = 16;
    private static final int MAX_SIZE_DIGITS = 16;

    private final int maxOverhead;
    private State state = State.SIZE;
    private long size;
    private int digits;
    private int overhead;
    private boolean lineIsEmpty;

    private enum State {
        SIZE,
        BLANKS,
        EXTENSION,
        SIZE_END,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER,
        TRAILER_END,
        DONE
    }

    /** @param maxOverhead the most bytes that extensions and trailers may have together */
    ChunkDecoder(int maxOverhead) {
        this.maxOverhead = maxOverhead;
    }

    boolean isDone() {
        return state == State.DONE;
    }

    /**
     * Decodes what has arrived.
     *
     * @return the index of the first byte that was not read: the end, unless the body has ended before
     */
    int decode(byte[] bytes, int from, int end, BodyBuffer body) throws FramingException {
        int index = from;
        while (index < end && state != State.DONE) {
            if (state == State.DATA) {
                int count = (int) Math.min(size, end - index);
                body.append(bytes, index, count);
                index += count;
                size -= count;
                state = size == 0 ? State.DATA_CR : State.DATA;
            } else {
                state = next(bytes[index]);
                index++;
            }
        }
        return index;
    }

    private State next(byte character) throws FramingException {
        return switch (state) {
            case SIZE -> size(character);
            case BLANKS -> sizeDelimiter(character);
            case EXTENSION -> line(character, State.EXTENSION, State.SIZE_END);
            case SIZE_END -> sizeEnd(character);
            case DATA_CR -> expect(character, '\r', State.DATA_LF);
            case DATA_LF -> expect(character, '\n', State.SIZE);
            case TRAILER -> {
                lineIsEmpty &= character == '\r';
                yield line(character, State.TRAILER, State.TRAILER_END);
            }
            case TRAILER_END -> trailerEnd(character);
            case DATA, DONE -> throw new IllegalStateException("not a state of single bytes: " + state);
        };
    }

    private State size(byte character) throws FramingException {
        int digit = Character.digit(character, HEXADECIMAL);
        if (digit < 0) {
            return sizeDelimiter(character);
        }
        digits++;
        size = size * HEXADECIMAL + digit;
        if (digits > MAX_SIZE_DIGITS || size > Integer.MAX_VALUE) {
            throw new FramingException("a chunk is too large");
        }
        return State.SIZE;
    }

    private State sizeDelimiter(byte character) throws FramingException {
        if (digits > 0 && HeadCharacters.isBlank(character)) {
            return countOverhead(State.BLANKS);
        }
        if (digits == 0 || (character != ';' && character != '\r')) {
            throw new FramingException("the size of a chunk is malformed");
        }
        return character == '\r' ? State.SIZE_END : State.EXTENSION;
    }

    private State sizeEnd(byte character) throws FramingException {
        State next = expect(character, '\n', size == 0 ? State.TRAILER : State.DATA);
        digits = 0;
        lineIsEmpty = true;
        return next;
    }

    private State trailerEnd(byte character) throws FramingException {
        State next = expect(character, '\n', lineIsEmpty ? State.DONE : State.TRAILER);
        lineIsEmpty = true;
        return next;
    }

    private State line(byte character, State within, State end) throws FramingException {
        if (character >= 0 && character < ' ' && character != '\t' && character != '\r') {
            throw new FramingException("a line of a chunked body has a control character");
        }
        return countOverhead(character == '\r' ? end : within);
    }

    private State expect(byte character, char expected, State next) throws FramingException {
        if (character != expected) {
            throw new FramingException("a chunk does not end where its size says");
        }
        return next;
    }

    private State countOverhead(State next) throws FramingException {
        overhead++;
        if (overhead > maxOverhead) {
            throw new FramingException("the chunks have too many extensions or trailers");
        }
        return next;
    }
}
