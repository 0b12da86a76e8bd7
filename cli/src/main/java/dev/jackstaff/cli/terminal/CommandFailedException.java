package dev.jackstaff.cli.terminal;

/** A foreseen failure: a sentence fit for the person at the terminal, shown without a stack trace. */
public final class CommandFailedException extends RuntimeException {
    public CommandFailedException(String sentence) {
        super(sentence);
    }

    public CommandFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence: what is wrong, and what to do about it. */
    public String userMessage() {
        String message = getMessage();
        return message == null ? "It failed." : message;
    }
}
