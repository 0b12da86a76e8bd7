package dev.jackstaff.protocols.flagsmith.compiler;

import static dev.jackstaff.protocols.flagsmith.EnvironmentDocumentFixtures.anEnvironment;
import static dev.jackstaff.protocols.flagsmith.EnvironmentDocumentFixtures.rule;
import static dev.jackstaff.protocols.flagsmith.EnvironmentDocumentFixtures.state;
import static dev.jackstaff.protocols.flagsmith.EnvironmentDocumentFixtures.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The operators of the reference engine: each row has an operator, its value, a trait, and whether they match. */
class FlagsmithOperatorTest {
    private static final Object ABSENT = Map.of();

    static Stream<Arguments> equality() {
        return Stream.of(
                argumentSet("equal text", "EQUAL", "bar", "bar", true),
                argumentSet("other text", "EQUAL", "bar", "baz", false),
                argumentSet("text in another case", "EQUAL", "bar", "Bar", false),
                argumentSet("no trait is equal", "EQUAL", "bar", ABSENT, false),
                argumentSet("empty text", "EQUAL", "", "", true),
                argumentSet("integer", "EQUAL", "5", 5, true),
                argumentSet("integer, and no integer to compare with", "EQUAL", "5.0", 5, false),
                argumentSet("integer, and text to compare with", "EQUAL", "x", 5, false),
                argumentSet("integer, spaces and all", "EQUAL", " 5 ", 5, true),
                argumentSet("integer with underscores", "EQUAL", "1_000", 1000, true),
                argumentSet("integer with a plus", "EQUAL", "+5", 5, true),
                argumentSet("integer of another script", "EQUAL", "٣", 3, true),
                argumentSet("integer beyond 64 bits", "EQUAL", "99999999999999999999", "99999999999999999999", true),
                argumentSet("text that looks like an integer is one", "EQUAL", "7", "007", true),
                argumentSet("and so is what it is compared with", "EQUAL", "007", "7", true),
                argumentSet("float", "EQUAL", "1.5", 1.5, true),
                argumentSet("float against an integer", "EQUAL", "1", 1.0, true),
                argumentSet("float against an exponent", "EQUAL", "1e1", 10.0, true),
                argumentSet("text that looks like a float is one", "EQUAL", "1.5", "1.50", true),
                argumentSet("text with an exponent is text", "EQUAL", "1000", "1e3", false),
                argumentSet("text with a bare point is text", "EQUAL", "1", "1.", false),
                argumentSet("no number equals itself", "EQUAL", "nan", 1.5, false),
                argumentSet("true", "EQUAL", "true", true, true),
                argumentSet("true is all but false: 0", "EQUAL", "0", true, true),
                argumentSet("true is all but false: nothing", "EQUAL", "", true, true),
                argumentSet("true is all but false: no", "EQUAL", "no", true, true),
                argumentSet("true is all but false: FALSE", "EQUAL", "FALSE", true, true),
                argumentSet("false", "EQUAL", "false", false, true),
                argumentSet("False", "EQUAL", "False", false, true),
                argumentSet("false is not 0", "EQUAL", "0", false, false),
                argumentSet("no value is Python's None as text", "EQUAL", null, "None", true),
                argumentSet("no value is no integer", "EQUAL", null, 0, false),
                argumentSet("unlike text", "NOT_EQUAL", "bar", "baz", true),
                argumentSet("like text", "NOT_EQUAL", "bar", "bar", false),
                argumentSet("no trait is unequal", "NOT_EQUAL", "bar", ABSENT, false),
                argumentSet("a failed cast is not unequal", "NOT_EQUAL", "x", 5, false),
                argumentSet("a failed cast of a float is not unequal", "NOT_EQUAL", "x", 1.5, false),
                argumentSet("unlike integer", "NOT_EQUAL", "4", 5, true),
                argumentSet("unlike boolean", "NOT_EQUAL", "true", false, true),
                argumentSet("no number differs from all", "NOT_EQUAL", "nan", 1.5, true),
                argumentSet("no value and a text", "NOT_EQUAL", null, "x", true),
                argumentSet("no value and an integer", "NOT_EQUAL", null, 1, false));
    }

    static Stream<Arguments> order() {
        return Stream.of(
                argumentSet("greater", "GREATER_THAN", "5", 6, true),
                argumentSet("not greater than itself", "GREATER_THAN", "5", 5, false),
                argumentSet("greater than text that is no number", "GREATER_THAN", "x", 6, false),
                argumentSet("absent is not greater", "GREATER_THAN", "5", ABSENT, false),
                argumentSet("text is ordered as text", "GREATER_THAN", "10", "9a", true),
                argumentSet("but numbers in text as numbers", "GREATER_THAN", "10", "9", false),
                argumentSet("capitals come first", "GREATER_THAN", "B", "a", true),
                argumentSet("text by code point", "GREATER_THAN", "\uffff", "😀", true),
                argumentSet("integers beyond 64 bits", "GREATER_THAN", "5", "99999999999999999999", true),
                argumentSet("an integer below one beyond", "GREATER_THAN", "99999999999999999999", 5, false),
                argumentSet("true is greater than false", "GREATER_THAN", "false", true, true),
                argumentSet("greater or equal", "GREATER_THAN_INCLUSIVE", "5", 5, true),
                argumentSet("less is not greater or equal", "GREATER_THAN_INCLUSIVE", "5", 4, false),
                argumentSet("float greater or equal", "GREATER_THAN_INCLUSIVE", "0.3", 0.3, true),
                argumentSet("absent is not greater or equal", "GREATER_THAN_INCLUSIVE", "5", ABSENT, false),
                argumentSet("less", "LESS_THAN", "5", -6, true),
                argumentSet("not less than itself", "LESS_THAN", "5", 5, false),
                argumentSet("float less than infinity", "LESS_THAN", "inf", 1e300, true),
                argumentSet("integer less than infinity, which is none", "LESS_THAN", "inf", 1, false),
                argumentSet("absent is not less", "LESS_THAN", "5", ABSENT, false),
                argumentSet("less or equal", "LESS_THAN_INCLUSIVE", "5", 5, true),
                argumentSet("greater is not less or equal", "LESS_THAN_INCLUSIVE", "5", 6, false),
                argumentSet("a number that is none", "LESS_THAN_INCLUSIVE", "nan", 6.5, false),
                argumentSet("absent is not less or equal", "LESS_THAN_INCLUSIVE", "5", ABSENT, false));
    }

    static Stream<Arguments> versions() {
        return Stream.of(
                argumentSet("equal version", "EQUAL", "1.2.3:semver", "1.2.3", true),
                argumentSet("build metadata does not count", "EQUAL", "1.2.3:semver", "1.2.3+b", true),
                argumentSet("ten comes after nine", "GREATER_THAN", "1.9.0:semver", "1.10.0", true),
                argumentSet("a prerelease comes before", "LESS_THAN", "1.0.0:semver", "1.0.0-rc.1", true),
                argumentSet("prereleases are ordered", "GREATER_THAN", "1.0.0-rc.2:semver", "1.0.0-rc.10", true),
                argumentSet("unlike version", "NOT_EQUAL", "1.2.3:semver", "1.2.4", true),
                argumentSet("greater or equal", "GREATER_THAN_INCLUSIVE", "1.2.3:semver", "1.2.3", true),
                argumentSet("less or equal, and greater", "LESS_THAN_INCLUSIVE", "1.2.3:semver", "1.2.4", false),
                argumentSet("a trait that is no version", "NOT_EQUAL", "1.2.3:semver", "latest", false),
                argumentSet("two numbers are a float, not a version", "EQUAL", "1.2.0:semver", "1.2", false),
                argumentSet("a value that is no version", "NOT_EQUAL", "v1.2.3:semver", "1.2.3", false),
                argumentSet("an integer is not compared as a version", "GREATER_THAN", "1.2.3:semver", 2, false),
                argumentSet("absent", "GREATER_THAN", "1.2.3:semver", ABSENT, false),
                argumentSet("no version is contained", "CONTAINS", "1.2.3:semver", "x1.2.3:semvery", false),
                argumentSet("and its absence is of text", "NOT_CONTAINS", "1.2.3:semver", "1.2.3", true));
    }

    static Stream<Arguments> containment() {
        return Stream.of(
                argumentSet("contained", "CONTAINS", "oba", "foobar", true),
                argumentSet("not contained", "CONTAINS", "xyz", "foobar", false),
                argumentSet("numbers contain nothing", "CONTAINS", "1", 15, false),
                argumentSet("nor does text that looks like one", "CONTAINS", "1", "15", false),
                argumentSet("nor do floats", "CONTAINS", "1", 1.5, false),
                argumentSet("nor do booleans", "CONTAINS", "ru", true, false),
                argumentSet("nothing is in all text", "CONTAINS", "", "foo", true),
                argumentSet("absent contains nothing", "CONTAINS", "a", ABSENT, false),
                argumentSet("lacking", "NOT_CONTAINS", "xyz", "foobar", true),
                argumentSet("not lacking", "NOT_CONTAINS", "oba", "foobar", false),
                argumentSet("numbers lack nothing", "NOT_CONTAINS", "9", 15, false),
                argumentSet("nor does text that looks like one", "NOT_CONTAINS", "9", "15", false),
                argumentSet("nor do booleans lack", "NOT_CONTAINS", "9", true, false),
                argumentSet("absent lacks nothing", "NOT_CONTAINS", "a", ABSENT, false));
    }

    static Stream<Arguments> patterns() {
        return Stream.of(
                argumentSet("found at the start", "REGEX", "foo", "foobar", true),
                argumentSet("not found behind it", "REGEX", "bar", "foobar", false),
                argumentSet("up to the end", "REGEX", "foo$", "foobar", false),
                argumentSet("the end is before a last line break too", "REGEX", "foo$", "foo\n", true),
                argumentSet("but not the very end", "REGEX", "foo\\Z", "foo\n", false),
                argumentSet("the very end", "REGEX", "foo\\Z", "foo", true),
                argumentSet("a dollar in a class is a dollar", "REGEX", "[$]+$", "$$", true),
                argumentSet("a bracket that comes first in a class", "REGEX", "[]x$]+$", "]x", true),
                argumentSet("every line's end where flags say so", "REGEX", "(?m)foo$\\nbar", "foo\nbar", true),
                argumentSet("a number as text", "REGEX", "1\\d$", 15, true),
                argumentSet("a float as Python writes it", "REGEX", "1e\\+16$", 1e16, true),
                argumentSet("a boolean as Python writes it", "REGEX", "True$", true, true),
                argumentSet("a boolean as JSON writes it", "REGEX", "true", true, false),
                argumentSet("text that looks like a number loses its zeros", "REGEX", "007", "007", false),
                argumentSet("digits of all scripts", "REGEX", "\\d[\\d]$", "٣٤", true),
                argumentSet("letters of all scripts", "REGEX", "\\w+$", "André", true),
                argumentSet("what is no letter", "REGEX", "\\W", "é", false),
                argumentSet("case without regard", "REGEX", "(?i)FOO", "foo", true),
                argumentSet("a point is no line break", "REGEX", "a.b", "a\nb", false),
                argumentSet("longer than is searched", "REGEX", "a", "a".repeat(10_001), false),
                argumentSet("absent", "REGEX", ".*", ABSENT, false));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                argumentSet("among commas", "IN", "a,b", "b", true),
                argumentSet("spaces belong to it", "IN", "a, b", "b", false),
                argumentSet("with its space", "IN", "a, b", " b", true),
                argumentSet("among JSON", "IN", "[\"a\", \"b\"]", "b", true),
                argumentSet("not among JSON", "IN", "[\"a\", \"b\"]", "c", false),
                argumentSet("JSON with a comma inside", "IN", "[\"a,b\"]", "a,b", true),
                argumentSet("broken JSON is commas", "IN", "[a,b", "[a", true),
                argumentSet("JSON and more is commas", "IN", "[\"a\"],b", "b", true),
                argumentSet("an integer in text", "IN", "1,2", 2, true),
                argumentSet("an integer in JSON", "IN", "[1, 2]", 2, true),
                argumentSet("text that looks like an integer", "IN", "1,2", "2", true),
                argumentSet("and loses its zeros", "IN", "007", "007", false),
                argumentSet("but finds itself without", "IN", "7", "007", true),
                argumentSet("an integer beyond 64 bits", "IN", "99999999999999999999", "99999999999999999999", true),
                argumentSet("a float is in nothing", "IN", "1.5", 1.5, false),
                argumentSet("nor is text that looks like one", "IN", "1.5", "1.5", false),
                argumentSet("a boolean is in nothing", "IN", "True,true,1", true, false),
                argumentSet("JSON true is the text True", "IN", "[true, null]", "True", true),
                argumentSet("JSON null is the text None", "IN", "[true, null]", "None", true),
                argumentSet("an empty list", "IN", "[]", "", false),
                argumentSet("an empty text", "IN", "", "", true),
                argumentSet("absent", "IN", "a,b", ABSENT, false));
    }

    static Stream<Arguments> divisions() {
        return Stream.of(
                argumentSet("even", "MODULO", "2|0", 4, true),
                argumentSet("odd", "MODULO", "2|0", 5, false),
                argumentSet("of a float", "MODULO", "2.5|0", 5.0, true),
                argumentSet("of text that looks like a number", "MODULO", "2|0", "4.0", true),
                argumentSet("of other text", "MODULO", "2|0", "four", false),
                argumentSet("the rest has the divisor's sign", "MODULO", "4|3", -1, true),
                argumentSet("which may be negative", "MODULO", "-4|-1", 3, true),
                argumentSet("true is one", "MODULO", "2|1", true, true),
                argumentSet("false is zero", "MODULO", "2|0", false, true),
                argumentSet("by infinity", "MODULO", "inf|3", 3, true),
                argumentSet("with spaces", "MODULO", " 2 | 1 ", 3, true),
                argumentSet("by zero", "MODULO", "0|0", 4, false),
                argumentSet("without a rest", "MODULO", "2", 4, false),
                argumentSet("with two rests", "MODULO", "2|0|0", 4, false),
                argumentSet("of words", "MODULO", "a|b", 4, false),
                argumentSet("without a value", "MODULO", null, 4, false),
                argumentSet("absent", "MODULO", "2|0", ABSENT, false));
    }

    static Stream<Arguments> presence() {
        return Stream.of(
                argumentSet("set", "IS_SET", "", "x", true),
                argumentSet("set to nothing", "IS_SET", "", "", true),
                argumentSet("set to zero", "IS_SET", "", 0, true),
                argumentSet("set to false", "IS_SET", null, false, true),
                argumentSet("set to a list", "IS_SET", "", List.of(1), true),
                argumentSet("not set", "IS_SET", "", ABSENT, false),
                argumentSet("absent is not set", "IS_NOT_SET", "", ABSENT, true),
                argumentSet("present is not not set", "IS_NOT_SET", "", "x", false));
    }

    static Stream<Arguments> shares() {
        return Stream.of(
                argumentSet("12,93 is at 27.66", "PERCENTAGE_SPLIT", "27.7", 93, true),
                argumentSet("and beyond 27.6", "PERCENTAGE_SPLIT", "27.6", 93, false),
                argumentSet("its own percentage is inclusive", "PERCENTAGE_SPLIT", "27.655531106221243", 93, true),
                argumentSet("text that looks like it", "PERCENTAGE_SPLIT", "27.7", "0093", true),
                argumentSet("an exponent", "PERCENTAGE_SPLIT", "1e2", 93, true),
                argumentSet("less than nothing", "PERCENTAGE_SPLIT", "-1", 93, false),
                argumentSet("no percentage", "PERCENTAGE_SPLIT", "many", 93, false),
                argumentSet("no value", "PERCENTAGE_SPLIT", null, 93, false),
                argumentSet("no trait", "PERCENTAGE_SPLIT", "100", ABSENT, false),
                argumentSet("12,True is at 26.31 and 12,true at 26.98", "PERCENTAGE_SPLIT", "26.5", true, true),
                argumentSet("and not below", "PERCENTAGE_SPLIT", "26.3", true, false),
                argumentSet("12,1.0 is at 65.97", "PERCENTAGE_SPLIT", "65.98", 1.0, true),
                argumentSet("and not below", "PERCENTAGE_SPLIT", "65.97", 1.0, false));
    }

    static Stream<Arguments> unknowns() {
        return Stream.of(argumentSet("no operator of Flagsmith's", "STARTS_WITH", "a", "a", false));
    }

    @ParameterizedTest
    @MethodSource({
        "equality",
        "order",
        "versions",
        "containment",
        "patterns",
        "lists",
        "divisions",
        "presence",
        "shares",
        "unknowns"
    })
    void operatorsDecideAsTheReferenceDoes(String operator, @Nullable String value, Object trait, boolean holds) {
        FlagSet flags = EnvironmentDocumentCompiler.compile(anEnvironment()
                .with(state("plain"))
                .segment(
                        12,
                        "all",
                        List.of(rule("ALL", when(operator, "trait", value))),
                        state("plain").on())
                .build());
        FlagSet inverted = EnvironmentDocumentCompiler.compile(anEnvironment()
                .with(state("inverted"))
                .segment(
                        12,
                        "none",
                        List.of(rule("NONE", when(operator, "trait", value))),
                        state("inverted").on())
                .build());
        EvaluationContext.Builder context = EvaluationContext.builder().attribute("targetingKey", "somebody");
        if (trait != ABSENT) {
            context.attribute("trait", trait);
        }

        assertThat(flags.evaluate("plain", context.build()).enabled()).isEqualTo(holds);
        assertThat(inverted.evaluate("inverted", context.build()).enabled()).isEqualTo(!holds);
    }
}
