package dev.jackstaff.admin.history;

import dev.jackstaff.admin.sentence.Percent;
import dev.jackstaff.admin.sentence.Piece;
import java.util.List;

/**
 * A difference between a flag at two times.
 *
 * @param sentence what makes the later of the older, for people
 * @param before the rule, or what everyone else gets, at the older time; empty if there is nothing
 * @param after that, at the later time
 */
public record HistoryDifference(String sentence, List<Piece> before, List<Piece> after) {
    public HistoryDifference {
        before = List.copyOf(before);
        after = List.copyOf(after);
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

    /** Whether it has two sides to be shown beside each other. */
    public boolean isCompared() {
        return !before.equals(after);
    }
}
