package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.condition.SemanticVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operand of a comparison, in the form of each type that the property may have.
 *
 * @param integer null if it is no integer
 * @param longValue the integer as a long; null if a long cannot hold it
 * @param doubleValue null if it is no number
 * @param booleanValue every text but {@code False} and {@code false} is true
 * @param isVersion whether texts are compared as versions
 * @param version null if the operand is no version; then no text compares with it
 */
record Operand(
        String text,
        @Nullable IntegerText integer,
        @Nullable Long longValue,
        @Nullable Double doubleValue,
        boolean booleanValue,
        boolean isVersion,
        @Nullable SemanticVersion version) {
    private static final String VERSION_MARK = ":semver";
    private static final int MAX_SHOWN_LENGTH = 100;

    /** Python's text for null, which a condition without a value compares texts with. */
    static final String NONE = "None";

    static Operand of(@Nullable String value) {
        if (value == null) {
            return new Operand(NONE, null, null, null, true, false, null);
        }
        IntegerText integer = PythonNumber.parseInt(value);
        boolean semantic = value.endsWith(VERSION_MARK);
        return new Operand(
                value,
                integer,
                integer == null ? null : integer.toLong(),
                PythonNumber.parseFloat(value),
                !value.equals("False") && !value.equals("false"),
                semantic,
                semantic
                        ? SemanticVersion.parse(value.substring(0, value.length() - VERSION_MARK.length()))
                                .orElse(null)
                        : null);
    }

    /** A readable text, shortened if it is long. */
    static String shorten(String text) {
        return PrintableText.singleLine(text, MAX_SHOWN_LENGTH);
    }

    /** The order of a text relative to the operand, both as versions; empty if one of them is no version. */
    Optional<Integer> version(String other) {
        SemanticVersion own = version;
        return own == null ? Optional.empty() : SemanticVersion.parse(other).map(known -> known.compareTo(own));
    }
}
