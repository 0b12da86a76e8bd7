package dev.jackstaff.engine.condition;

import java.util.Collection;
import java.util.List;

/** Some texts that are looked for in others. */
public sealed interface TextSearch permits TextSearch.LinearSearch, RabinKarpSearch {
    /** Whether another text starts with one of these. */
    boolean matchesStart(String whole);

    /** Whether another text ends with one of these. */
    boolean matchesEnd(String whole);

    /** Whether another text contains one of these. */
    boolean matchesAnywhere(String whole);

    /** What a search takes at most, as {@link Comparison#cost} counts. */
    long cost();

    Collection<String> texts();

    /** The search that is fastest for so many texts. */
    static TextSearch of(Collection<String> texts) {
        return TextSet.of(texts) instanceof TextSet many
                ? new RabinKarpSearch(many)
                : new LinearSearch(List.copyOf(texts));
    }

    /** A search for a few texts. */
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
