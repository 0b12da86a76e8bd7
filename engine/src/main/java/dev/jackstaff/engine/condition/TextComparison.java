package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.util.Collection;
import java.util.Locale;

/**
 * A comparison of text: the attribute contains, starts with or ends with one of some texts.
 *
 * @param search the search for the texts, in lower case if case is ignored
 */
public record TextComparison(Attribute attribute, Position position, TextSearch search, boolean caseInsensitive)
        implements Comparison {
    /** The position at which the text must occur. */
    public enum Position {
        ANYWHERE("STR_CONTAINS"),
        START("STR_STARTS_WITH"),
        END("STR_ENDS_WITH");

        private final String operator;

        Position(String operator) {
            this.operator = operator;
        }

        String operator() {
            return operator;
        }

        boolean matches(String whole, TextSearch search) {
            return switch (this) {
                case ANYWHERE -> search.matchesAnywhere(whole);
                case START -> search.matchesStart(whole);
                case END -> search.matchesEnd(whole);
            };
        }
    }

    public TextComparison(Attribute attribute, Position place, Collection<String> texts, boolean caseInsensitive) {
        this(attribute, place, TextSearch.of(caseInsensitive ? toLowerCase(texts) : texts), caseInsensitive);
    }

    private static Collection<String> toLowerCase(Collection<String> texts) {
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null && position.matches(caseInsensitive ? text.toLowerCase(Locale.ROOT) : text, search);
    }

    @Override
    public long cost() {
        return search.cost();
    }

    @Override
    public String operator() {
        return position.operator();
    }

    @Override
    public String operand() {
        return OperandText.summarize(search.texts());
    }
}
