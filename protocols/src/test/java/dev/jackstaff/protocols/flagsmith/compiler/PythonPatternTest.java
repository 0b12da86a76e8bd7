package dev.jackstaff.protocols.flagsmith.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jackstaff.engine.EvaluationContext;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The results of Python 3.11's {@code re.match} for expressions and texts. */
class PythonPatternTest {
    static Stream<Arguments> matches() {
        return Stream.of(
                arguments("a{,2}$", "aa", true),
                arguments("a{,2}$", "aaa", false),
                arguments("a{,2}$", "", true),
                arguments("a{,}$", "aaaa", true),
                arguments("a{}$", "a{}", true),
                arguments("a{02}$", "aa", true),
                arguments("a{x}", "a{x}", true),
                arguments("{", "{", true),
                arguments("\\s\\S\\s", "\u001cx\u00a0", true),
                arguments("\\s", "\u2003", true),
                arguments("\\s", "\u200b", false),
                arguments("[\\s]+$", "\u0009\u000b\u001f\u0085\u3000", true),
                arguments("[\\S]", "\u00a0", false),
                arguments("[\\S]+$", "a\u200b", true),
                arguments("[^\\s]", "\u001c", false),
                arguments("[^\\S]", "\u001c", true),
                arguments("[\\s\\S]{3}$", "a\n\u001c", true),
                arguments("[[:alpha:]]", "a]", true),
                arguments("[[:alpha:]]", "x]", false),
                arguments("[[:alpha:]]", ":]", true),
                arguments("[a&&b]", "&", true),
                arguments("[\\b]", "\u0008", true),
                arguments("[\\w-]+$", "\u00e9-1", true),
                arguments("[-\\d]+$", "-\u0663", true),
                arguments("[\\W]", "\u00e9", false),
                arguments("[\\W]", "-", true),
                arguments("[\\W]", "\ud83d\ude00", true),
                arguments("[^\\W_]+$", "\u00e91", true),
                arguments("[^\\W_]", "_", false),
                arguments("[^\\W_]", "\ud83d\ude00", false),
                arguments("[^\\W\\d_]+$", "\u00e9a", true),
                arguments("[^\\W\\d_]", "1", false),
                arguments("\\u00e9\\x41$", "\u00e9A", true),
                arguments("\\U0001F600", "\ud83d\ude00", true),
                arguments("[\ud83d\ude00-\ud83d\ude02]", "\ud83d\ude01", true),
                arguments("\\\u00e9", "\u00e9", true),
                arguments("\\_", "_", true),
                arguments("\\012", "\n", true),
                arguments("\\101", "A", true),
                arguments("[\\12]", "\n", true),
                arguments("[\\101]", "A", true),
                arguments("\\0", "\u0000", true),
                arguments("\\07", "\u0007", true),
                arguments("\\081", "\u000081", true),
                arguments("(?m:a$)\nb$", "a\nb\n", true),
                arguments("(?m)a$\nb", "a\nb", true),
                arguments("a(?-i:b)", "ab", true),
                arguments("(?i)(?s)A.", "a\n", true),
                arguments("(?i)\u00df", "\u1e9e", true),
                arguments("(?i)k", "\u212a", true),
                arguments("(?i)[\\u0100-\\uffff]", "\u0101", true),
                arguments("(?P<year>\\d+)-", "2026-", true),
                arguments("a}b]$", "a}b]", true),
                arguments("()*a", "a", true),
                arguments("[--a]$", "Z", true),
                arguments("[a-c-e]+$", "-ce", true),
                arguments("[\\]\\\\]+$", "]\\", true),
                arguments("\\.\\-\\ \\#$", ".- #", true),
                arguments("\\v\\f\\a", "\u000b\u000c\u0007", true),
                arguments("^a\\Z", "a\n", false),
                arguments("a$$", "a", true),
                arguments("x*?y", "xxy", true));
    }

    @ParameterizedTest
    @MethodSource("matches")
    void expressionsMatchAsInPython(String expression, String text, boolean matches) {
        EvaluationContext context =
                EvaluationContext.builder().attribute("text", text).build();

        assertThat(PatternPrefixMatch.parse(new Property.Trait("text"), expression)
                        .holdsFor(context))
                .isEqualTo(matches);
    }

    static List<String> errorsInPython() {
        return List.of(
                "[\\w-z]",
                "[a-\\d]",
                "\\z",
                "\\Q.\\E",
                "\\C",
                "\\pL",
                "\\p{L}",
                "\\P{L}",
                "[\\p{L}]",
                "[\\Z]",
                "\\h",
                "\\x{41}",
                "\\8",
                "[\\8]",
                "\\400",
                "[\\400]",
                "(?U)a*",
                "(?U:a*)",
                "(?iU)a",
                "(?<name>a)",
                "(?P<1>a)",
                "a(?i)b",
                "a|(?i)b",
                "(?-i)a",
                "^*a",
                "$+",
                "\\b*",
                "\\A{2}",
                "a{2,1}",
                "a**",
                "{2}",
                "a\\",
                "[a",
                "[b-a]",
                "(",
                "a)",
                "(?P=a)");
    }

    static List<String> unknownToRe2() {
        return List.of(
                "(a)\\1",
                "(?=a)",
                "(?!a)",
                "(?>a)",
                "(?x)a",
                "(?a)a",
                "(?#c)a",
                "a{5000}",
                "\\N{EM DASH}",
                "(?i)\\u1c80",
                "(?i)[\\u1c80-\\u1c82]",
                "(?i)\u1c85");
    }

    @ParameterizedTest
    @MethodSource({"errorsInPython", "unknownToRe2"})
    void whatIsNotInBothLanguagesIsRefused(String expression) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> PatternPrefixMatch.parse(new Property.Trait("text"), expression));
    }

    /** The letters for which RE2/J loops forever when case is ignored. */
    @Test
    void rangesOverLettersWithoutKnownCasesEnd() {
        List<String> expressions =
                List.of("(?i)[\\u1c00-\\u1cff]", "(?i)[\\S]", "(?i)[^\\u1c80a]", "(?i:[\\u1c80-\\u1c90])");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> expressions.forEach(
                        expression -> PatternPrefixMatch.parse(new Property.Trait("text"), expression)));
    }
}
