package dev.jackstaff.cli.terminal;

/** An expected failure of the command, with a message for the user and no stack trace. */
public final class CommandFailedException extends RuntimeException {
    public CommandFailedException(String sentence) {
        super(sentence);
    }

    public CommandFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The message: what is wrong and what to do. */
    public String userMessage() {
        String message = getMessage();
        return message == null ? "The command failed." : message;
    }
}
