package dev.jackstaff.cli.terminal;

/** A foreseen failure: a sentence fit for the person at the terminal, shown without a stack trace. */
public final class Failure extends RuntimeException {
    public Failure(String sentence) {
        super(sentence);
    }

    public Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence: what is wrong, and what to do about it. */
    public String sentence() {
        String message = getMessage();
        return message == null ? "It failed." : message;
    }
}
