package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.chart.BucketBar;
import dev.jackstaff.admin.sentence.Piece;
import java.util.List;

/**
 * A step on the way to a decision.
 *
 * @param kind {@code yes}, {@code no}, {@code skip} or {@code end}
 * @param mark what stands before it: the name of an icon, or a number
 * @param strong what happened, in bold
 * @param pieces the rest of the sentence
 * @param note a remark at the side; empty for none
 * @param conditions what was evaluated within
 * @param bars the buckets that it went by
 */
public record PathStep(
        String kind,
        String mark,
        String strong,
        List<Piece> pieces,
        String note,
        List<ConditionRow> conditions,
        List<BucketBar> bars) {
    public PathStep {
        pieces = List.copyOf(pieces);
        conditions = List.copyOf(conditions);
        bars = List.copyOf(bars);
    }

    static PathStep of(String kind, String mark, String strong, List<Piece> pieces, String note) {
        return new PathStep(kind, mark, strong, pieces, note, List.of(), List.of());
    }

    /** Whether the mark is the name of an icon. */
    public boolean hasIcon() {
        return !kind.equals("skip");
    }
}
