package dev.jackstaff.protocols.http;

import java.io.IOException;

/** The failure to read a body that is not what its content coding says. The message is a sentence for the client. */
public final class MalformedBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedBodyException(String sentence) {
        super(sentence);
    }

    public MalformedBodyException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The message, never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
