package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.Evaluation;
import java.math.BigDecimal;

/** The reason of an evaluation as Flagsmith spells it, made from the evaluation's metadata. */
public final class FlagsmithReason {
    /** The metadata key of the segment whose override was served. */
    public static final String SEGMENT = "segment";

    /** The metadata key of the percentage of the chosen value. */
    public static final String WEIGHT = "weight";

    private FlagsmithReason() {}

    /**
     * The reason: {@code DEFAULT}, {@code TARGETING_MATCH; segment=name} or {@code SPLIT; weight=30}, for disabled
     * flags too.
     */
    public static String of(Evaluation evaluation) {
        String weight = evaluation.metadata().get(WEIGHT);
        if (weight != null) {
            return "SPLIT; weight=" + weight;
        }
        String segment = evaluation.metadata().get(SEGMENT);
        return segment == null ? "DEFAULT" : "TARGETING_MATCH; segment=" + segment;
    }

    /** A weight as Python prints the number it parsed: an integer without a point, any other number with one. */
    static String weight(BigDecimal percentage) {
        return percentage.scale() == 0 ? percentage.toString() : PythonNumber.repr(percentage.doubleValue());
    }
}
