package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.sentence.Percent;
import dev.jackstaff.admin.sentence.Piece;
import java.util.List;

/**
 * What a step of a draft does, in the drawer in which it is saved.
 *
 * @param sentence for people
 * @param before the rule, or what everyone else gets, as it is now; empty if there is nothing
 * @param after that, with the draft
 */
public record ReviewedStep(int number, String sentence, List<Piece> before, List<Piece> after) {
    public int getNumber() {
        return number;
    }

    public String getSentence() {
        return Percent.unbroken(sentence);
    }

    public List<Piece> getBefore() {
        return before;
    }

    public List<Piece> getAfter() {
        return after;
    }

    public boolean isCompared() {
        return !before.isEmpty() || !after.isEmpty();
    }
}
