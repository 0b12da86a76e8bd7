package dev.jackstaff.cli.terminal;

/** An argument or a setting that the command cannot accept, with a message for the user and no stack trace. */
public final class InvalidArgumentException extends RuntimeException {
    private final String sentence;

    /** An exception whose message follows the argument's name, such as "must be a URL". */
    public InvalidArgumentException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What is wrong with the argument. */
    public String sentence() {
        return sentence;
    }
}
