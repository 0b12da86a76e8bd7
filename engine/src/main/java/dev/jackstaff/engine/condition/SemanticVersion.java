package dev.jackstaff.engine.condition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A semantic version (Semantic Versioning 2.0.0), ordered by precedence (section 11). Numbers may have any length.
 * Build metadata is discarded, so that equal precedence is equality.
 */
public record SemanticVersion(List<String> core, List<String> prerelease) implements Comparable<SemanticVersion> {
    private static final int MAX_LENGTH = 256;
    private static final String NUMBER = "(0|[1-9][0-9]*)";
    private static final String LABEL = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    private static final Pattern GRAMMAR = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-(" + LABEL
            + "(?:\\." + LABEL + ")*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

    public SemanticVersion {
        core = List.copyOf(core);
        prerelease = List.copyOf(prerelease);
    }

    /** The version that a text denotes; empty if it is not a semantic version. */
    public static Optional<SemanticVersion> parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (text.length() > MAX_LENGTH || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new SemanticVersion(
                List.of(matcher.group(1), matcher.group(2), matcher.group(3)), labels(matcher.group(4))));
    }

    private static List<String> labels(@Nullable String prerelease) {
        return prerelease == null ? List.of() : List.of(prerelease.split("\\.", -1));
    }

    @Override
    public int compareTo(SemanticVersion other) {
        for (int i = 0; i < core.size(); i++) {
            int order = compareNumbers(core.get(i), other.core.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
        }
        for (int i = 0; i < Math.min(prerelease.size(), other.prerelease.size()); i++) {
            int order = compareLabels(prerelease.get(i), other.prerelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(prerelease.size(), other.prerelease.size());
    }

    /** The version as text, without build metadata. */
    @Override
    public String toString() {
        String text = String.join(".", core);
        return prerelease.isEmpty() ? text : text + "-" + String.join(".", prerelease);
    }

    private static int compareLabels(String one, String other) {
        boolean oneIsNumber = isNumber(one);
        boolean otherIsNumber = isNumber(other);
        if (oneIsNumber && otherIsNumber) {
            return compareNumbers(one, other);
        }
        return oneIsNumber == otherIsNumber ? one.compareTo(other) : Boolean.compare(otherIsNumber, oneIsNumber);
    }

    private static int compareNumbers(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }

    private static boolean isNumber(String label) {
        return label.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
