package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.PrintableText;
import org.jspecify.annotations.Nullable;

/** A document that was refused as a whole. The message says what is wrong and where: path, line and column. */
public final class DocumentException extends RuntimeException {
    private final String reason;
    private final String path;
    private final int line;
    private final int column;

    public DocumentException(String reason, String path, int line, int column, @Nullable Throwable cause) {
        super(
                PrintableText.singleLine(reason) + " (at "
                        + (path.isEmpty() ? "" : PrintableText.singleLine(path) + ", ") + "line " + line + ", column "
                        + column + ")",
                cause);
        this.reason = PrintableText.singleLine(reason);
        this.path = PrintableText.singleLine(path);
        this.line = line;
        this.column = column;
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }

    /** The member the reader was at, as {@code flags[3].rules[0].condition}; empty for the document itself. */
    public String path() {
        return path;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Counted from 1. */
    public int column() {
        return column;
    }
}
