package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.util.Collection;
import java.util.Locale;

/**
 * A comparison of text: the attribute contains, starts with or ends with one of some texts.
 *
 * @param search the search for the texts, folded if case is ignored
 */
public record TextComparison(Attribute attribute, Position position, TextSearch search, boolean caseInsensitive)
        implements Comparison {
    private static final char FINAL_SIGMA = '\u03c2';
    private static final char SIGMA = '\u03c3';

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
        this(attribute, place, TextSearch.of(caseInsensitive ? fold(texts) : texts), caseInsensitive);
    }

    private static Collection<String> fold(Collection<String> texts) {
        return texts.stream().map(TextComparison::fold).toList();
    }

    /**
     * The text without regard to case, letter by letter: the fold of a part is a part of the fold. Lower case alone
     * depends on the place of one letter, Σ, which is ς at the end of a word and σ elsewhere.
     */
    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replace(FINAL_SIGMA, SIGMA);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null && position.matches(caseInsensitive ? fold(text) : text, search);
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
