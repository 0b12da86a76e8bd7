package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The division, among parts, of the subjects that a rule or the fallthrough applies to. Each part takes its share of
 * those whom the parts before it have left.
 *
 * @param requiredAttribute a subject without this attribute is in no part; null if none is required
 * @param parts if the last has no share, it takes all who are left; otherwise they go on to the next rule
 * @param notes the sentences on how the division differs from the native one
 */
public record RuleAllocation(@Nullable String requiredAttribute, List<Part> parts, List<String> notes) {
    private static final int PERCENT_DIGITS = 6;

    public RuleAllocation {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /** An allocation of all subjects to one outcome. */
    static RuleAllocation undivided(OutcomeDefinition outcome) {
        return new RuleAllocation(null, List.of(new Part(0, null, outcome, "")), List.of());
    }

    /**
     * A part of the subjects.
     *
     * @param segmentId the id of the part's segment, which salts its share; 0 if any id will do
     * @param share null for all who are left
     * @param outcome a split is by identity
     * @param splitKey the hash key of a split; empty if the outcome is none
     */
    public record Part(int segmentId, @Nullable SegmentCondition share, OutcomeDefinition outcome, String splitKey) {}

    /** The percentages of weights, in Flagsmith's precision; the remainder of rounding goes to the first. */
    public static List<BigDecimal> percentages(List<WeightedVariant> shares) {
        BigDecimal total = BigDecimal.valueOf(
                shares.stream().mapToLong(WeightedVariant::weight).sum());
        return shares.stream()
                .map(share -> plain(
                        BigDecimal.valueOf(share.weight() * 100L).divide(total, PERCENT_DIGITS, RoundingMode.DOWN)))
                .toList();
    }

    /** A number without zeros at its end, and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
