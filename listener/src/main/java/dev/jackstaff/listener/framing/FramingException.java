package dev.jackstaff.listener.framing;

/** A request whose end cannot be known, or that is too large. Its connection must be closed after the refusal. */
public final class FramingException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;

    private final int status;

    /** A malformed request. */
    FramingException(String sentence) {
        this(BAD_REQUEST, sentence);
    }

    /** A request that is refused with a status. */
    public FramingException(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    /** The status of the refusal. */
    public int status() {
        return status;
    }
}
