package dev.jackstaff.engine.condition;

import java.util.Collection;

/**
 * A Rabin-Karp search for many texts at once (Karp and Rabin, 1987). The cost depends on the number of different
 * lengths, not on the number of texts.
 */
final class RabinKarpSearch implements TextSearch {
    private static final int BASE = 31;

    private final TextSet texts;
    /** The different lengths of the texts, ascending. */
    private final int[] lengths;

    RabinKarpSearch(TextSet texts) {
        this.texts = texts;
        this.lengths =
                texts.stream().mapToInt(String::length).distinct().sorted().toArray();
    }

    @Override
    public long cost() {
        return 10L * lengths.length;
    }

    @Override
    public Collection<String> texts() {
        return texts;
    }

    @Override
    public boolean matchesStart(String whole) {
        int hash = 0;
        int end = 0;
        for (int length : lengths) {
            if (length > whole.length()) {
                return false;
            }
            for (; end < length; end++) {
                hash = BASE * hash + whole.charAt(end);
            }
            if (texts.contains(whole, 0, length, hash)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean matchesEnd(String whole) {
        int hash = 0;
        int power = 1;
        int start = whole.length();
        for (int length : lengths) {
            if (length > whole.length()) {
                return false;
            }
            for (; start > whole.length() - length; power *= BASE) {
                start--;
                hash += whole.charAt(start) * power;
            }
            if (texts.contains(whole, start, length, hash)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean matchesAnywhere(String whole) {
        for (int length : lengths) {
            if (length <= whole.length() && anywhere(whole, length)) {
                return true;
            }
        }
        return false;
    }

    private boolean anywhere(String whole, int length) {
        int hash = 0;
        int highest = 1;
        for (int i = 0; i < length; i++) {
            hash = BASE * hash + whole.charAt(i);
            highest = i == 0 ? 1 : highest * BASE;
        }
        int start = 0;
        while (!texts.contains(whole, start, length, hash)) {
            int next = start + length;
            if (next >= whole.length()) {
                return false;
            }
            int first = length == 0 ? 0 : whole.charAt(start) * highest;
            hash = length == 0 ? 0 : (hash - first) * BASE + whole.charAt(next);
            start++;
        }
        return true;
    }
}
