package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.Evaluation;
import java.math.BigDecimal;

/** The reason of an evaluation as Flagsmith spells it. An evaluation's metadata has what they are made of. */
public final class FlagsmithReason {
    /** The metadata that names the segment whose override was served. */
    public static final String SEGMENT = "segment";

    /** The metadata that tells the percentage of the value that was chosen. */
    public static final String WEIGHT = "weight";

    private FlagsmithReason() {}

    /** {@code DEFAULT}, {@code TARGETING_MATCH; segment=name} or {@code SPLIT; weight=30}, of a flag that is off too. */
    public static String of(Evaluation evaluation) {
        String weight = evaluation.metadata().get(WEIGHT);
        if (weight != null) {
            return "SPLIT; weight=" + weight;
        }
        String segment = evaluation.metadata().get(SEGMENT);
        return segment == null ? "DEFAULT" : "TARGETING_MATCH; segment=" + segment;
    }

    /** A weight as Python prints what it read: an integer without a point, any other number with one. */
    static String weight(BigDecimal percentage) {
        return percentage.scale() == 0 ? percentage.toString() : PythonNumber.repr(percentage.doubleValue());
    }
}
