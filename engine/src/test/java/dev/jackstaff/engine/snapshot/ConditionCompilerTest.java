package dev.jackstaff.engine.snapshot;

import static dev.jackstaff.engine.snapshot.FlagFixtures.contextWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.All;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Any;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.ConditionDefinition.None;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionCompilerTest {
    static Stream<Arguments> comparisons() {
        return Stream.of(
                argumentSet("a listed value", "SE", Operator.IN, "SE", true),
                argumentSet("another value", "DK", Operator.IN, "SE", false),
                argumentSet("a number as text", 5L, Operator.IN, "5", true),
                argumentSet("a list is no text", List.of("SE"), Operator.IN, "SE", false),
                argumentSet("not in", "DK", Operator.NOT_IN, "SE", true),
                argumentSet("contains", "flagstaff", Operator.STR_CONTAINS, "gst", true),
                argumentSet("starts", "flagstaff", Operator.STR_STARTS_WITH, "flag", true),
                argumentSet("does not start", "flagstaff", Operator.STR_STARTS_WITH, "staff", false),
                argumentSet("ends", "flagstaff", Operator.STR_ENDS_WITH, "staff", true),
                argumentSet("equal numbers", "5.0", Operator.NUM_EQ, "5", true),
                argumentSet("minus zero is zero", -0.0, Operator.NUM_EQ, "0", true),
                argumentSet("a number greater", 6L, Operator.NUM_GT, "5", true),
                argumentSet("not greater than itself", 5L, Operator.NUM_GT, "5", false),
                argumentSet("greater or equal", 5L, Operator.NUM_GTE, "5", true),
                argumentSet("a fraction less", 4.9, Operator.NUM_LT, "5", true),
                argumentSet("less or equal", 5.1, Operator.NUM_LTE, "5", false),
                argumentSet("no number", "many", Operator.NUM_LT, "5", false),
                argumentSet("a Java number only", "0x5p0", Operator.NUM_LT, "6", false),
                argumentSet("after", "2026-01-02T00:00:00Z", Operator.DATE_AFTER, "2026-01-01T23:00:00-02:00", false),
                argumentSet("before", "2026-01-01T00:00:00Z", Operator.DATE_BEFORE, "2026-01-01T00:00:01Z", true),
                argumentSet("no date", "yesterday", Operator.DATE_BEFORE, "2026-01-01T00:00:01Z", false),
                argumentSet("a pre-release is less", "1.2.3-rc.1", Operator.SEMVER_LT, "1.2.3", true),
                argumentSet("numeric labels", "1.2.3-rc.10", Operator.SEMVER_GT, "1.2.3-rc.9", true),
                argumentSet("build does not count", "1.2.3+b", Operator.SEMVER_EQ, "1.2.3", true),
                argumentSet("rc after beta", "1.2.3-rc.2", Operator.SEMVER_GTE, "1.2.3-beta.10", true),
                argumentSet("no version", "v1.2.3", Operator.SEMVER_LTE, "2.0.0", false),
                argumentSet("an unanchored match", "user@example.com", Operator.REGEX, "@example\\.", true),
                argumentSet("a POSIX class", "abc", Operator.REGEX, "^[[:alpha:]]+$", true),
                argumentSet("a block", "10.1.2.3", Operator.IN_CIDR, "10.0.0.0/8", true),
                argumentSet("an address mapped into IPv6", "::ffff:10.1.2.3", Operator.IN_CIDR, "10.0.0.0/8", true),
                argumentSet("a block mapped into IPv6", "10.1.2.3", Operator.IN_CIDR, "::ffff:10.0.0.0/104", true),
                argumentSet("another mapped block", "11.1.2.3", Operator.IN_CIDR, "::ffff:10.0.0.0/104", false),
                argumentSet("a single address", "10.1.2.3", Operator.IN_CIDR, "10.1.2.3", true),
                argumentSet("a sixth-generation block", "2001:db8::1", Operator.IN_CIDR, "2001:db8::/32", true),
                argumentSet("another family", "10.1.2.3", Operator.IN_CIDR, "::/0", false),
                argumentSet("a host name is no address", "localhost", Operator.IN_CIDR, "127.0.0.0/8", false),
                argumentSet("a leading zero is octal elsewhere", "010.1.1.1", Operator.IN_CIDR, "10.0.0.0/8", false),
                argumentSet("a leading zero at the end", "10.1.1.01", Operator.IN_CIDR, "10.0.0.0/8", false),
                argumentSet("zeros alone", "00.1.1.1", Operator.IN_CIDR, "0.0.0.0/0", false),
                argumentSet("a zero", "0.0.0.0", Operator.IN_CIDR, "0.0.0.0/0", true),
                argumentSet(
                        "a leading zero in a mapped address",
                        "::ffff:010.1.1.1",
                        Operator.IN_CIDR,
                        "10.0.0.0/8",
                        false),
                argumentSet("five digits in a group", "2001:0db8::00001", Operator.IN_CIDR, "2001:db8::/32", false),
                argumentSet("four digits in a group", "2001:0db8::0001", Operator.IN_CIDR, "2001:db8::/32", true),
                argumentSet("a dotted end", "2001:db8::10.1.1.1", Operator.IN_CIDR, "2001:db8::/32", true),
                argumentSet("a dotted middle", "2001:db8:10.1.1.1::", Operator.IN_CIDR, "2001:db8::/32", false),
                argumentSet("two gaps", "2001:db8::1::", Operator.IN_CIDR, "2001:db8::/32", false),
                argumentSet("a zone", "fe80::1%1", Operator.IN_CIDR, "fe80::/10", false),
                argumentSet("a short address", "10.1.1", Operator.IN_CIDR, "10.0.0.0/8", false),
                argumentSet("infinity by name", "Infinity", Operator.NUM_GT, "5", true),
                argumentSet("infinity in short", "-INF", Operator.NUM_LT, "5", true),
                argumentSet("infinity with a plus", "+inf", Operator.NUM_GTE, "5", true),
                argumentSet("infinity is no number less", "infinity", Operator.NUM_LTE, "5", false),
                argumentSet("infinity equals nothing", "Infinity", Operator.NUM_EQ, "5", false),
                argumentSet("part of infinity", "infinit", Operator.NUM_GT, "5", false),
                argumentSet("too large a text", "1e400", Operator.NUM_GT, "5", true),
                argumentSet("too large a number", Double.POSITIVE_INFINITY, Operator.NUM_GT, "5", true),
                argumentSet("too small a text", "-1e99999999999", Operator.NUM_LT, "5", true),
                argumentSet("seventy digits", "1".repeat(70), Operator.NUM_GT, "5", true),
                argumentSet("a long fraction", "0." + "0".repeat(70) + "1", Operator.NUM_LT, "5", true),
                argumentSet("no number by name", "NaN", Operator.NUM_LT, "5", false),
                argumentSet("no number at all", Double.NaN, Operator.NUM_GT, "5", false),
                argumentSet("a sign alone", "+", Operator.NUM_LT, "5", false),
                argumentSet("two signs", "+-6", Operator.NUM_GT, "5", false),
                argumentSet("half an exponent", "6e", Operator.NUM_GT, "5", false),
                argumentSet("a point at the end", "6.", Operator.NUM_GT, "5", true),
                argumentSet("a point at the start", ".6", Operator.NUM_LT, "5", true),
                argumentSet("space around it", " 6", Operator.NUM_GT, "5", false),
                argumentSet("a Java suffix", "6f", Operator.NUM_GT, "5", false),
                argumentSet("digits of another script", "\u0666", Operator.NUM_GT, "5", false),
                argumentSet("a large number as text", 12_345_678.9, Operator.IN, "12345678.9", true),
                argumentSet("a large number of another text", 12_345_678.9, Operator.NOT_IN, "12345678.9", false),
                argumentSet("a whole number without a point", 5.0, Operator.IN, "5", true),
                argumentSet("a part of a number", 10_000_000.25, Operator.STR_STARTS_WITH, "10000000.", true),
                argumentSet("the end of a small number", 0.0001, Operator.STR_ENDS_WITH, ".0001", true),
                argumentSet("the middle of a number", 1.5e20, Operator.STR_CONTAINS, "500000", true),
                argumentSet("the digits of a number", 12_345_678.9, Operator.REGEX, "^[0-9]+[.][0-9]$", true));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void compares(Object value, Operator operator, String operand, boolean expected) {
        Condition condition = compiled(Comparison.of("a", operator, operand));

        assertThat(condition.holdsFor(contextWith("a", value))).isEqualTo(expected);
        assertThat(condition.holdsFor(contextWith("b", value))).isEqualTo(operator == Operator.NOT_IN);
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void invertedIsTheContraryAlsoWithoutTheAttribute(
            Object value, Operator operator, String operand, boolean expected) {
        Condition condition = compiled(new Comparison("a", operator, List.of(operand), true, false));

        assertThat(condition.holdsFor(contextWith("a", value))).isEqualTo(!expected);
        assertThat(condition.holdsFor(contextWith("b", value))).isEqualTo(operator != Operator.NOT_IN);
    }

    static Stream<Arguments> unfitOperands() {
        return Stream.of(
                argumentSet("no number", Operator.NUM_EQ, "five"),
                argumentSet("too large a number", Operator.NUM_EQ, "1e999"),
                argumentSet("infinity", Operator.NUM_GT, "Infinity"),
                argumentSet("a leading zero", Operator.IN_CIDR, "010.0.0.0/8"),
                argumentSet("a leading zero in a mapped block", Operator.IN_CIDR, "::ffff:010.0.0.0/104"),
                argumentSet("a date without seconds", Operator.DATE_AFTER, "2026-01-01T00:00Z"),
                argumentSet("a date alone", Operator.DATE_BEFORE, "2026-01-01"),
                argumentSet("a date without offset", Operator.DATE_AFTER, "2026-01-01T00:00:00"),
                argumentSet("a version with a v", Operator.SEMVER_EQ, "v1.2.3"),
                argumentSet("half a version", Operator.SEMVER_EQ, "1.2"),
                argumentSet("a back-reference", Operator.REGEX, "^(a)\\1$"),
                argumentSet("a look-ahead", Operator.REGEX, "a(?=b)"),
                argumentSet("a name for a network", Operator.IN_CIDR, "localhost"),
                argumentSet("too long a prefix", Operator.IN_CIDR, "10.0.0.0/33"));
    }

    @ParameterizedTest
    @MethodSource("unfitOperands")
    void refusesAnUnfitOperand(Operator operator, String operand) {
        assertThatIllegalArgumentException().isThrownBy(() -> compiled(Comparison.of("a", operator, operand)));
    }

    @Test
    void anythingExists() {
        Condition condition = compiled(Comparison.of("a", Operator.EXISTS));

        assertThat(condition.holdsFor(contextWith("a", false))).isTrue();
        assertThat(condition.holdsFor(contextWith("b", false))).isFalse();
    }

    static Stream<Arguments> ignoredMembers() {
        List<Arguments> ignored = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            String name = operator.name();
            String operand = operandFor(operator);
            boolean ofText = name.startsWith("STR_") || operator == Operator.REGEX;
            boolean ofList = name.startsWith("STR_") || name.endsWith("IN") || operator == Operator.IN_CIDR;
            if (!ofText) {
                List<String> values = operator == Operator.EXISTS ? List.of() : List.of(operand);
                ignored.add(argumentSet(
                        name + " without regard to case",
                        new Comparison("a", operator, values, false, true),
                        "\"caseInsensitive\" is not for " + name));
            }
            if (operator == Operator.EXISTS) {
                ignored.add(argumentSet(name + " of a value", Comparison.of("a", operator, ""), "\"values\""));
            } else if (!ofList) {
                ignored.add(argumentSet(
                        name + " of two values", Comparison.of("a", operator, operand, operand), "\"values\""));
                ignored.add(argumentSet(name + " of nothing", Comparison.of("a", operator), name + " needs a value"));
            }
        }
        return ignored.stream();
    }

    private static String operandFor(Operator operator) {
        return switch (operator) {
            case DATE_AFTER, DATE_BEFORE -> "2026-01-01T00:00:00Z";
            case SEMVER_EQ, SEMVER_GT, SEMVER_GTE, SEMVER_LT, SEMVER_LTE -> "1.2.3";
            case IN_CIDR -> "10.0.0.0/8";
            default -> "5";
        };
    }

    @ParameterizedTest
    @MethodSource("ignoredMembers")
    void refusesWhatTheOperatorWouldIgnore(ConditionDefinition definition, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compiled(definition))
                .withMessageContaining(message);
    }

    @Test
    void everyOperatorUsesWhatIsNotRefused() {
        for (Operator operator : Operator.values()) {
            List<String> values = operator == Operator.EXISTS ? List.of() : List.of(operandFor(operator));

            assertThat(compiled(new Comparison("a", operator, values, false, false)))
                    .isNotNull();
        }
    }

    @Test
    void combinesParts() {
        ConditionDefinition one = Comparison.of("a", Operator.EXISTS);
        ConditionDefinition other = Comparison.of("b", Operator.EXISTS);

        assertThat(compiled(new All(List.of(one, other))).holdsFor(contextWith("a", 1)))
                .isFalse();
        assertThat(compiled(new Any(List.of(one, other))).holdsFor(contextWith("a", 1)))
                .isTrue();
        assertThat(compiled(new None(List.of(one, other))).holdsFor(contextWith("a", 1)))
                .isFalse();
        assertThat(compiled(new None(List.of(other))).holdsFor(contextWith("a", 1)))
                .isTrue();
        assertThat(compiled(new Any(List.of())).holdsFor(contextWith("a", 1))).isFalse();
        assertThat(compiled(ConditionDefinition.ALWAYS).holdsFor(contextWith("a", 1)))
                .isTrue();
    }

    @Test
    void theSubjectHasTwoNames() {
        assertThat(compiled(Comparison.of("userId", Operator.IN, "7")).holdsFor(EvaluationContext.of("7")))
                .isTrue();
        assertThat(compiled(Comparison.of("targetingKey", Operator.IN, "7")).holdsFor(contextWith("userId", "7")))
                .isTrue();
    }

    @Test
    void theCurrentTimeIsTheInstantOfTheQuestion() {
        Condition condition = compiled(Comparison.of("currentTime", Operator.DATE_AFTER, "2026-01-01T00:00:00Z"));
        EvaluationContext context = EvaluationContext.builder()
                .now(Instant.parse("2026-01-02T00:00:00Z"))
                .build();

        assertThat(condition.holdsFor(context)).isTrue();
    }

    private static Condition compiled(ConditionDefinition definition) {
        return new ConditionCompiler(CompiledSegments.of(List.of())).compile(definition);
    }
}
