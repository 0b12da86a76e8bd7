package dev.jackstaff.engine.condition;

import java.util.Collection;
import java.util.List;

/** A search for any of several texts within another text. */
public sealed interface TextSearch permits TextSearch.LinearSearch, RabinKarpSearch {
    /** Whether a text starts with one of the searched texts. */
    boolean matchesStart(String whole);

    /** Whether a text ends with one of the searched texts. */
    boolean matchesEnd(String whole);

    /** Whether a text contains one of the searched texts. */
    boolean matchesAnywhere(String whole);

    /** The upper bound of the cost of a search, in steps as in {@link Comparison#cost}. */
    long cost();

    Collection<String> texts();

    /** The fastest search for this number of texts. */
    static TextSearch of(Collection<String> texts) {
        return TextSet.of(texts) instanceof TextSet many
                ? new RabinKarpSearch(many)
                : new LinearSearch(List.copyOf(texts));
    }

    /** A linear search for a few texts. */
    record LinearSearch(List<String> texts) implements TextSearch {
        @Override
        public long cost() {
            return texts.size();
        }

        @Override
        public boolean matchesStart(String whole) {
            for (int i = 0; i < texts.size(); i++) {
                if (whole.startsWith(texts.get(i))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean matchesEnd(String whole) {
            for (int i = 0; i < texts.size(); i++) {
                if (whole.endsWith(texts.get(i))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean matchesAnywhere(String whole) {
            for (int i = 0; i < texts.size(); i++) {
                if (whole.contains(texts.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }
}
