package dev.jackstaff.domain.attribute;

import dev.jackstaff.domain.DomainException;
import java.nio.charset.StandardCharsets;

/**
 * The name of an attribute, as SDKs send it: 1 to {@value #MAX_LENGTH} characters, without control characters, {@code /} and
 * {@code \}, and not {@code .} or {@code ..}, so that it is a segment of a path. It never changes.
 */
public record AttributeName(String value) {
    private static final int MAX_LENGTH = 100;

    public AttributeName {
        if (!isValid(value)) {
            throw new DomainException.Invalid(
                    "name",
                    "the name of an attribute must be 1 to " + MAX_LENGTH
                            + " characters, none of them a control character, / or \\, and not begin or end with a blank"
                            + " (and neither be \".\" nor \"..\")");
        }
    }

    private static boolean isValid(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= MAX_LENGTH
                && text.strip().equals(text)
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == '/' || c == '\\')
                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && !text.equals(".")
                && !text.equals("..");
    }

    @Override
    public String toString() {
        return value;
    }
}
