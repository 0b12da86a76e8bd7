package dev.jackstaff.admin.sentence;

/**
 * A piece of a sentence.
 *
 * @param kind what it is: {@code text}, {@code strong}, {@code join}, {@code attr}, {@code op}, {@code val} or {@code
 *     serve}
 * @param text its words
 * @param dot the class of the variant's colour; empty unless a variant is served
 */
public record Piece(String kind, String text, String dot) {
    /** A piece that serves no variant. */
    public static Piece of(String kind, String text) {
        return new Piece(kind, text, "");
    }

    public String getKind() {
        return kind;
    }

    public String getText() {
        return text;
    }

    /** What stands before it: a space, but not before a comma. */
    public String getGap() {
        return text.startsWith(",") ? "" : " ";
    }

    public String getDot() {
        return dot;
    }
}
