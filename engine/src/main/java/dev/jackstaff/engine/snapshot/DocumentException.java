package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.PrintableText;
import org.jspecify.annotations.Nullable;

/** The refusal of a whole document. The message gives the reason and the place: path, line and column. */
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

    /** The reason of the refusal, without the place. */
    public String reason() {
        return reason;
    }

    /** The path of the refused member, as {@code flags[3].rules[0].condition}; empty for the document itself. */
    public String path() {
        return path;
    }

    /** The line of the fault, counted from 1. */
    public int line() {
        return line;
    }

    /** The column of the fault, counted from 1. */
    public int column() {
        return column;
    }
}
