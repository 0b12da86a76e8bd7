package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.DomainException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The revisions that a page about a flag showed when its forms were made.
 *
 * @param environment of the environment
 * @param project of what all environments share
 */
public record SeenRevisions(long environment, long project) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /** Reads what {@link #toString} has written; empty if there is none. */
    static Optional<SeenRevisions> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher numbers = TEXT.matcher(text);
        if (!numbers.matches()) {
            throw new DomainException.Invalid("seen", "is no pair of revisions");
        }
        return Optional.of(new SeenRevisions(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2))));
    }

    @Override
    public String toString() {
        return environment + "-" + project;
    }
}
