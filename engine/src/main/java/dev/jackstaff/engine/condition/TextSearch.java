package dev.jackstaff.engine.condition;

import java.util.Collection;
import java.util.List;

/** Some texts that are looked for in others. */
public sealed interface TextSearch permits TextSearch.OneByOne, PartsByHash {
    /** Whether another text starts with one of these. */
    boolean atStart(String whole);

    /** Whether another text ends with one of these. */
    boolean atEnd(String whole);

    /** Whether another text contains one of these. */
    boolean anywhere(String whole);

    /** What a search takes at most, as {@link Comparison#effort} counts. */
    long effort();

    Collection<String> texts();

    /** The search that is fastest for so many texts. */
    static TextSearch of(Collection<String> texts) {
        return TextSet.of(texts) instanceof TextSet many ? new PartsByHash(many) : new OneByOne(List.copyOf(texts));
    }

    /** A search for a few texts. */
    record OneByOne(List<String> texts) implements TextSearch {
        @Override
        public long effort() {
            return texts.size();
        }

        @Override
        public boolean atStart(String whole) {
            for (int i = 0; i < texts.size(); i++) {
                if (whole.startsWith(texts.get(i))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean atEnd(String whole) {
            for (int i = 0; i < texts.size(); i++) {
                if (whole.endsWith(texts.get(i))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean anywhere(String whole) {
            for (int i = 0; i < texts.size(); i++) {
                if (whole.contains(texts.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }
}
