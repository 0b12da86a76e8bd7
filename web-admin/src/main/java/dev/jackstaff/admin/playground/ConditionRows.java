package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Percent;
import dev.jackstaff.admin.sentence.Piece;
import dev.jackstaff.engine.flag.Explanation.ConditionResult;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.ComparisonResult;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.GroupResult;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.PercentageResult;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a rule that were evaluated, line by line. */
final class ConditionRows implements ConditionResult.Cases<Boolean> {
    private static final int MAX_DEPTH = 4;
    private static final String SEGMENT = "segment ";

    private final List<ConditionRow> rows = new ArrayList<>();
    private final int basisPoints;
    private int depth;
    private @Nullable PercentageResult percentage;

    private ConditionRows(int basisPoints) {
        this.basisPoints = basisPoints;
    }

    /** The lines of what was evaluated of a rule with this share. */
    static ConditionRows of(@Nullable ConditionResult result, RolloutDefinition rollout) {
        ConditionRows written = new ConditionRows(rollout.basisPoints());
        if (result != null) {
            result.match(written);
        }
        return written;
    }

    List<ConditionRow> rows() {
        return List.copyOf(rows);
    }

    /** The comparison of the bucket with the share; null if it was not reached. */
    @Nullable
    PercentageResult percentage() {
        return percentage;
    }

    @Override
    public Boolean group(GroupResult group) {
        boolean plain = group.kind().equals("all") && depth == 0;
        if (!plain) {
            header(group);
            depth++;
        }
        parts(group).forEach(part -> part.match(this));
        if (!plain) {
            depth--;
        }
        return group.held();
    }

    /** What a group is made of; a negation of "any" is none of its parts. */
    private static List<ConditionResult> parts(GroupResult group) {
        return group.kind().equals("not")
                        && group.parts().size() == 1
                        && group.parts().get(0) instanceof GroupResult negated
                        && negated.kind().equals("any")
                ? negated.parts()
                : group.parts();
    }

    private void header(GroupResult group) {
        switch (group.kind()) {
            case "all" -> add(group.held(), "", word(group.parts().isEmpty() ? "path.everybody" : "path.allOf"));
            case "any" -> add(group.held(), "", word(group.parts().isEmpty() ? "path.nobody" : "path.anyOf"));
            case "not" -> add(group.held(), "", word("path.noneOf"));
            default ->
                add(
                        group.held(),
                        "",
                        word("path.inSegment"),
                        Piece.of(
                                "val",
                                group.kind().startsWith(SEGMENT)
                                        ? group.kind().substring(SEGMENT.length())
                                        : group.kind()));
        }
    }

    @Override
    public Boolean comparison(ComparisonResult comparison) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Piece.of("attr", comparison.attribute()));
        pieces.add(Piece.of("op", phrase(comparison.operator())));
        if (!comparison.operand().isEmpty()) {
            pieces.add(Piece.of("val", comparison.operand()));
        }
        if (comparison.caseInsensitive()) {
            pieces.add(word("sentence.anyCase"));
        }
        String value = comparison.value();
        String saw = value == null
                ? MessageBundle.format("path.notGiven", comparison.attribute())
                : MessageBundle.format("path.saw", value);
        add(comparison.held(), saw, pieces.toArray(Piece[]::new));
        return comparison.held();
    }

    @Override
    public Boolean percentage(PercentageResult result) {
        percentage = result;
        Integer bucket = result.assignment().bucket();
        String saw = bucket == null
                ? MessageBundle.format("path.notGiven", result.assignment().stickiness())
                : MessageBundle.format(
                        "path.bucket", Buckets.words(bucket, Buckets.scale(result.limit(), basisPoints)));
        add(result.held(), saw, Piece.of("op", MessageBundle.format("path.share", Percent.of(basisPoints))));
        return result.held();
    }

    private void add(boolean held, String saw, Piece... pieces) {
        rows.add(new ConditionRow(Math.min(depth, MAX_DEPTH), held, List.of(pieces), saw));
    }

    private static Piece word(String key) {
        return Piece.of("op", MessageBundle.format(key));
    }

    /** The comparison in words; those of foreign documents stay as these spell them. */
    private static String phrase(String operator) {
        return Arrays.stream(Operator.values())
                .filter(known -> known.name().equals(operator))
                .map(Operator::phrase)
                .findFirst()
                .orElse(operator);
    }
}
