package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.sentence.Piece;
import java.util.List;

/**
 * A condition of a rule that was evaluated.
 *
 * @param depth how deep it is within groups, 0 to 4
 * @param saw what the context had; empty for a group
 */
public record ConditionRow(int depth, boolean held, List<Piece> pieces, String saw) {
    public ConditionRow {
        pieces = List.copyOf(pieces);
    }
}
