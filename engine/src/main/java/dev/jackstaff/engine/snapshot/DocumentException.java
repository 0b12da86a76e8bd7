package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.Legible;
import org.jspecify.annotations.Nullable;

/** A document that was refused as a whole. The message says what is wrong and where: path, line and column. */
public final class DocumentException extends RuntimeException {
    private final String reason;
    private final String path;
    private final int line;
    private final int column;

    public DocumentException(String reason, String path, int line, int column, @Nullable Throwable cause) {
        super(
                Legible.line(reason) + " (at " + (path.isEmpty() ? "" : Legible.line(path) + ", ") + "line " + line
                        + ", column " + column + ")",
                cause);
        this.reason = Legible.line(reason);
        this.path = Legible.line(path);
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
