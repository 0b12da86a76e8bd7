package dev.jackstaff.admin.compare;

import dev.jackstaff.admin.sentence.Piece;
import java.util.List;

/**
 * A part of the settings that can be taken from another environment.
 *
 * @param field its name, such as {@code rules/4f1c20aa/rollout}
 * @param sentences what taking it does
 * @param after the rule, or what everyone else gets, as it would be then; empty for other parts
 * @param usual whether it is taken unless the reader says otherwise
 */
public record TakenPart(String field, List<String> sentences, List<Piece> after, boolean usual) {
    public String getField() {
        return field;
    }

    public List<String> getSentences() {
        return sentences;
    }

    public List<Piece> getAfter() {
        return after;
    }

    public boolean isUsual() {
        return usual;
    }
}
