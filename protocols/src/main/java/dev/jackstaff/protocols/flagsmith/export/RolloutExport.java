package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.Md5Bucketing;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import java.math.BigDecimal;

/** The export of rollouts as percentage splits. Flagsmith hashes the segment's id, and nothing else of the group. */
final class RolloutExport {
    private static final String IDENTITY = "";

    private final FlagDefinition flag;
    private final IdAllocator segmentIds;
    private final FlagsmithExportNotes notes;

    RolloutExport(FlagDefinition flag, IdAllocator segmentIds, FlagsmithExportNotes notes) {
        this.flag = flag;
        this.segmentIds = segmentIds;
        this.notes = notes;
    }

    /**
     * A segment's id and the percentage condition in it.
     *
     * @param id 0 if it does not matter
     */
    record RolloutCondition(int id, SegmentRule rule) {}

    /**
     * The same share of subjects, and the same subjects if the hash can be the same.
     *
     * @param group salts the native bucket; empty for the flag's own key
     */
    RolloutCondition export(BigDecimal percent, String stickiness, String group) {
        String salt = group.isEmpty() ? flag.key() : group;
        int id = flag.bucketing().equals(Md5Bucketing.NAME) ? number(salt) : 0;
        boolean bySubject = stickiness.equals("default") || stickiness.equals(EvaluationContext.TARGETING_KEY);
        if (bySubject && id > 0 && segmentIds.tryAllocate(id)) {
            notes.addApproximation("The same subjects are in the share of " + percent.toPlainString()
                    + " %, but for identifiers that look like numbers (0123 is hashed as 123) and subjects without a"
                    + " targeting key.");
            return new RolloutCondition(id, split(ComparisonExport.IDENTIFIER, percent));
        }
        notes.addApproximation("The share of " + percent.toPlainString()
                + " % is as large, and others are in it: Flagsmith's hash is another.");
        boolean ofIdentity = bySubject || stickiness.equals("random") || stickiness.equals(EvaluationContext.USER_ID);
        return new RolloutCondition(0, split(ofIdentity ? IDENTITY : stickiness, percent));
    }

    private static SegmentRule split(String property, BigDecimal percent) {
        return SegmentRules.when("PERCENTAGE_SPLIT", property, percent.toPlainString());
    }

    /** The positive integer that a group is written as; 0 if it is none. */
    private static int number(String group) {
        try {
            int number = Integer.parseInt(group);
            return Integer.toString(number).equals(group) ? Math.max(0, number) : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
