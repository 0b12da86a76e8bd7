package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.util.Collection;
import java.util.Locale;

/**
 * The attribute, as text, contains, starts or ends with one of some texts.
 *
 * @param search for the texts; in lower case where case does not count
 */
public record TextComparison(Attribute attribute, Place place, TextSearch search, boolean caseInsensitive)
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

        boolean found(String whole, TextSearch search) {
            return switch (this) {
                case ANYWHERE -> search.anywhere(whole);
                case START -> search.atStart(whole);
                case END -> search.atEnd(whole);
            };
        }
    }

    public TextComparison(Attribute attribute, Place place, Collection<String> texts, boolean caseInsensitive) {
        this(attribute, place, TextSearch.of(caseInsensitive ? lowered(texts) : texts), caseInsensitive);
    }

    private static Collection<String> lowered(Collection<String> texts) {
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null && place.found(caseInsensitive ? text.toLowerCase(Locale.ROOT) : text, search);
    }

    @Override
    public long effort() {
        return search.effort();
    }

    @Override
    public String operator() {
        return place.operator();
    }

    @Override
    public String operand() {
        return Operands.shown(search.texts());
    }
}
