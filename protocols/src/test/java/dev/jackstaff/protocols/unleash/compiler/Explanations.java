package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.flag.Explanation;
import dev.jackstaff.engine.flag.Explanation.AskedCondition;
import dev.jackstaff.engine.flag.Explanation.Placement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an explanation says to people. */
final class Explanations {
    private final List<String> texts = new ArrayList<>();

    private Explanations() {}

    /** Every text of an explanation, those of parents included. */
    static List<String> texts(Explanation explanation) {
        Explanations gathered = new Explanations();
        gathered.add(explanation);
        return gathered.texts;
    }

    private void add(Explanation explanation) {
        explanation.prerequisites().forEach(asked -> add(asked.parent()));
        explanation.placements().forEach(this::add);
        explanation.rules().forEach(rule -> {
            texts.add(rule.name());
            add(rule.condition());
        });
        texts.add(explanation.answer().errorDetails());
    }

    private void add(@Nullable AskedCondition condition) {
        if (condition instanceof AskedCondition.Group group) {
            texts.add(group.kind());
            group.parts().forEach(this::add);
        } else if (condition instanceof AskedCondition.Compared compared) {
            add(compared);
        } else if (condition instanceof AskedCondition.Share share) {
            add(share.placement());
        }
    }

    private void add(AskedCondition.Compared compared) {
        texts.add(compared.attribute());
        texts.add(compared.operator());
        texts.add(compared.operand());
        if (compared.value() != null) {
            texts.add(compared.value());
        }
    }

    private void add(Placement placement) {
        texts.add(placement.stickiness());
        if (placement.identifier() != null) {
            texts.add(placement.identifier());
        }
    }
}
