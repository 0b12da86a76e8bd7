package dev.jackstaff.admin.sentence;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A condition as a part of a sentence. */
final class ConditionSentence implements ConditionDefinition.Cases<Boolean> {
    private static final int MAX_SHOWN_VALUES = 12;
    private static final Set<Operator> DATES = EnumSet.of(Operator.DATE_AFTER, Operator.DATE_BEFORE);

    private final Sentence sentence;

    private ConditionSentence(Sentence sentence) {
        this.sentence = sentence;
    }

    static void write(ConditionDefinition condition, Sentence sentence) {
        condition.match(new ConditionSentence(sentence));
    }

    @Override
    public Boolean all(ConditionDefinition.All all) {
        return all.parts().isEmpty() ? sentence.strong("sentence.everyone") : joined(all.parts(), "sentence.and");
    }

    @Override
    public Boolean any(ConditionDefinition.Any any) {
        return any.parts().isEmpty() ? sentence.strong("sentence.nobody") : joined(any.parts(), "sentence.or");
    }

    @Override
    public Boolean none(ConditionDefinition.None none) {
        if (none.parts().isEmpty()) {
            return sentence.strong("sentence.everyone");
        }
        sentence.join("sentence.none");
        return joined(none.parts(), "sentence.nor");
    }

    private boolean joined(List<ConditionDefinition> parts, String conjunction) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                sentence.join(conjunction);
            }
            ConditionDefinition part = parts.get(i);
            boolean group = parts.size() > 1 && part.parts().size() > 1;
            if (group) {
                sentence.raw("(");
            }
            part.match(this);
            if (group) {
                sentence.raw(")");
            }
        }
        return true;
    }

    @Override
    public Boolean comparison(ConditionDefinition.Comparison comparison) {
        sentence.attribute(comparison.attribute());
        if (comparison.inverted()) {
            sentence.operator("sentence.not");
        }
        sentence.operatorText(comparison.operator().phrase());
        boolean date = DATES.contains(comparison.operator());
        comparison.values().stream()
                .limit(MAX_SHOWN_VALUES)
                .map(value -> date ? DateText.of(value) : value)
                .forEach(sentence::value);
        int more = comparison.values().size() - MAX_SHOWN_VALUES;
        if (more > 0) {
            sentence.operator("sentence.more", more);
        }
        if (comparison.caseInsensitive()) {
            sentence.operator("sentence.anyCase");
        }
        return true;
    }

    @Override
    public Boolean inSegment(ConditionDefinition.InSegment inSegment) {
        sentence.operator("sentence.inSegment");
        return sentence.value(inSegment.segment());
    }
}
