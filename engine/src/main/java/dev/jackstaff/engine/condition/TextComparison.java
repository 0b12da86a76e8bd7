package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.util.List;
import java.util.Locale;

/** The attribute, as text, contains, starts or ends with one of some texts. */
public record TextComparison(Attribute attribute, Place place, List<String> texts, boolean caseInsensitive)
        implements Comparison {
    /** Where the text is looked for. */
    public enum Place {
        ANYWHERE("STR_CONTAINS"),
        START("STR_STARTS_WITH"),
        END("STR_ENDS_WITH");

        private final String operator;

        Place(String operator) {
            this.operator = operator;
        }

        String operator() {
            return operator;
        }

        boolean found(String whole, String part) {
            return switch (this) {
                case ANYWHERE -> whole.contains(part);
                case START -> whole.startsWith(part);
                case END -> whole.endsWith(part);
            };
        }
    }

    public TextComparison {
        texts = texts.stream()
                .map(text -> caseInsensitive ? text.toLowerCase(Locale.ROOT) : text)
                .toList();
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        if (text == null) {
            return false;
        }
        String searched = caseInsensitive ? text.toLowerCase(Locale.ROOT) : text;
        for (int i = 0; i < texts.size(); i++) {
            if (place.found(searched, texts.get(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String operator() {
        return place.operator();
    }

    @Override
    public String operand() {
        return Operands.shown(texts);
    }
}
