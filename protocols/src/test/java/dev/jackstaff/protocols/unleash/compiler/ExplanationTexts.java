package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.flag.Explanation;
import dev.jackstaff.engine.flag.Explanation.BucketAssignment;
import dev.jackstaff.engine.flag.Explanation.ConditionResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The readable texts of an explanation. */
final class ExplanationTexts {
    private final List<String> texts = new ArrayList<>();

    private ExplanationTexts() {}

    /** Every text of an explanation, those of parents included. */
    static List<String> texts(Explanation explanation) {
        ExplanationTexts gathered = new ExplanationTexts();
        gathered.add(explanation);
        return gathered.texts;
    }

    private void add(Explanation explanation) {
        explanation.prerequisites().forEach(asked -> add(asked.parent()));
        explanation.assignments().forEach(this::add);
        explanation.rules().forEach(rule -> {
            texts.add(rule.name());
            add(rule.condition());
        });
        texts.add(explanation.evaluation().errorDetails());
    }

    private void add(@Nullable ConditionResult condition) {
        if (condition instanceof ConditionResult.GroupResult group) {
            texts.add(group.kind());
            group.parts().forEach(this::add);
        } else if (condition instanceof ConditionResult.ComparisonResult compared) {
            add(compared);
        } else if (condition instanceof ConditionResult.PercentageResult share) {
            add(share.assignment());
        }
    }

    private void add(ConditionResult.ComparisonResult compared) {
        texts.add(compared.attribute());
        texts.add(compared.operator());
        texts.add(compared.operand());
        if (compared.value() != null) {
            texts.add(compared.value());
        }
    }

    private void add(BucketAssignment placement) {
        texts.add(placement.stickiness());
        if (placement.identifier() != null) {
            texts.add(placement.identifier());
        }
    }
}
