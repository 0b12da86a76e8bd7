package dev.jackstaff.protocols.flagsmith.compiler;

import static dev.jackstaff.protocols.flagsmith.EnvironmentDocumentFixtures.anEnvironment;
import static dev.jackstaff.protocols.flagsmith.EnvironmentDocumentFixtures.rule;
import static dev.jackstaff.protocols.flagsmith.EnvironmentDocumentFixtures.state;
import static dev.jackstaff.protocols.flagsmith.EnvironmentDocumentFixtures.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.Explanation;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Rule;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentFixtures;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentReader;
import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentDocumentCompilerTest {
    private static final List<SegmentRule> EVERYBODY = List.of(rule("ALL", when("IS_NOT_SET", "nothing", "")));
    private static final List<SegmentRule> SWEDES = List.of(rule("ALL", when("EQUAL", "country", "SE")));

    private static final SegmentRule YES = rule("ALL", when("EQUAL", "country", "SE"));
    private static final SegmentRule NO = rule("ALL", when("EQUAL", "country", "DK"));

    static Stream<Arguments> rules() {
        SegmentRule empty = rule("ALL", new SegmentRule[0]);
        SegmentRule emptyAny = rule("ANY", new SegmentRule[0]);
        SegmentRule emptyNone = rule("NONE", new SegmentRule[0]);
        return Stream.of(
                argumentSet("no rules at all", List.of(), false),
                argumentSet("a rule that asks nothing", List.of(empty), true),
                argumentSet("any of nothing", List.of(emptyAny), true),
                argumentSet("none of nothing", List.of(emptyNone), true),
                argumentSet("a rule that matches", List.of(YES), true),
                argumentSet("every top rule must match", List.of(YES, NO), false),
                argumentSet("all of two rules, one does not", List.of(rule("ALL", YES, NO)), false),
                argumentSet("any of two rules, one does", List.of(rule("ANY", NO, YES)), true),
                argumentSet("any of two rules, none does", List.of(rule("ANY", NO, NO)), false),
                argumentSet("none of two rules, one does", List.of(rule("NONE", NO, YES)), false),
                argumentSet("none of two rules, none does", List.of(rule("NONE", NO, NO)), true),
                argumentSet("none of none", List.of(rule("NONE", rule("NONE", YES))), true),
                argumentSet(
                        "any is asked of conditions and rules apart: conditions fail",
                        List.of(new SegmentRule("ANY", List.of(YES), NO.conditions())),
                        false),
                argumentSet(
                        "any is asked of conditions and rules apart: rules fail",
                        List.of(new SegmentRule("ANY", List.of(NO), YES.conditions())),
                        false),
                argumentSet(
                        "any is asked of conditions and rules apart: both match",
                        List.of(new SegmentRule("ANY", List.of(NO, YES), YES.conditions())),
                        true),
                argumentSet(
                        "none is asked of conditions and rules apart: a rule matches",
                        List.of(new SegmentRule("NONE", List.of(YES), NO.conditions())),
                        false),
                argumentSet(
                        "four deep", List.of(rule("ALL", rule("ANY", NO, rule("NONE", rule("ALL", YES, NO))))), true));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void quantifiersApplyToConditionsAndRulesApart(List<SegmentRule> rules, boolean inSegment) {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f"))
                .segment(1, "s", rules, state("f").on());

        assertThat(ask(environment, "f", knowing("country", "SE")).enabled()).isEqualTo(inSegment);
    }

    static Stream<Arguments> priorities() {
        return Stream.of(
                argumentSet("the lowest wins", 2, 1, "second"),
                argumentSet("the first of equals wins", 1, 1, "first"),
                argumentSet("none at all is the weakest", null, 1_000_000, "second"),
                argumentSet("of none, the first wins", null, null, "first"),
                argumentSet("below zero", 0, -1, "second"));
    }

    @ParameterizedTest
    @MethodSource("priorities")
    void theStrongestOverrideIsServed(@Nullable Integer first, @Nullable Integer second, String served) {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f").value("default"))
                .segment(1, "one", EVERYBODY, prioritised("first", first))
                .segment(2, "two", EVERYBODY, prioritised("second", second));

        assertThat(value(ask(environment, "f", subject("u")))).isEqualTo(Value.of(served));
    }

    private static EnvironmentDocumentFixtures.State prioritised(String value, @Nullable Integer priority) {
        return priority == null
                ? state("f").value(value)
                : state("f").value(value).priority(priority);
    }

    @Test
    void ofOneSegmentTheStrongestStateOfAFeatureIsKept() {
        FlagSet flags = EnvironmentDocumentCompiler.compile(anEnvironment()
                .with(state("f").value("default"))
                .segment(
                        1,
                        "one",
                        EVERYBODY,
                        state("f").value("without"),
                        state("f").value("weak").priority(5),
                        state("f").value("strong").priority(1),
                        state("f").value("late").priority(1))
                .segment(2, "two", EVERYBODY, state("f").value("equal").priority(1))
                .build());

        Flag flag = Objects.requireNonNull(flags.flag("f"));

        assertThat(((Outcome.FirstMatch) flag.outcome()).rules())
                .extracting(Rule::name)
                .containsExactly("one", "two");
        assertThat(value(flag.evaluate(subject("u")))).isEqualTo(Value.of("strong"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void identitiesAreHashedByTheirCompositeKeyWhateverTheSwitchSays(boolean composite) {
        String document =
                """
                {"api_key": "test_env", "use_identity_composite_key_for_hashing": %s, "feature_states": [
                   {"feature": {"id": 1, "name": "f"}, "enabled": true, "feature_state_value": "rest", "django_id": 78986,
                    "multivariate_feature_state_values": [{"id": 1, "percentage_allocation": 54.54,
                      "multivariate_feature_option": {"value": "a"}}]},
                   {"feature": {"id": 2, "name": "g"}}],
                 "project": {"segments": [{"id": 12345, "feature_states": [{"feature": {"id": 2, "name": "g"}, "enabled": true}],
                   "rules": [{"type": "ALL", "conditions": [
                     {"operator": "PERCENTAGE_SPLIT", "value": "51.990398079615915"},
                     {"operator": "EQUAL", "property_": "$.identity.key", "value": "test_env_foobar"}]}]}]},
                 "identity_overrides": [{"identifier": "foobar", "django_id": 93, "identity_features": []}]}
                """
                        .formatted(composite);

        FlagSet flags = EnvironmentDocumentCompiler.compile(
                EnvironmentDocumentReader.read(document.getBytes(StandardCharsets.UTF_8)));

        assertThat(value(flags.evaluate("f", subject("foobar")))).isEqualTo(Value.of("a"));
        assertThat(flags.evaluate("g", subject("foobar")).enabled()).isTrue();
    }

    @Test
    void anOverrideThatDoesNotMatchLeavesTheNextOne() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f").value("default"))
                .segment(1, "swedes", SWEDES, state("f").value("swedish").priority(0))
                .segment(2, "all", EVERYBODY, state("f").value("any").priority(1));

        assertThat(value(ask(environment, "f", knowing("country", "SE")))).isEqualTo(Value.of("swedish"));
        assertThat(value(ask(environment, "f", subject("u")))).isEqualTo(Value.of("any"));
    }

    @Test
    void anIdentitysOverrideIsStrongerThanAnySegments() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f").value("default"))
                .segment(1, "all", EVERYBODY, state("f").value("any").priority(-1_000))
                .identity("ann", state("f").on().value("hers"));

        Evaluation hers = ask(environment, "f", subject("ann"));

        assertThat(value(hers)).isEqualTo(Value.of("hers"));
        assertThat(hers.reason()).isEqualTo(Reason.TARGETING_MATCH);
        assertThat(FlagsmithReason.of(hers)).isEqualTo("TARGETING_MATCH; segment=identity_overrides");
        assertThat(value(ask(environment, "f", subject("bob")))).isEqualTo(Value.of("any"));
    }

    static Stream<Arguments> identifiers() {
        return Stream.of(
                argumentSet("with a zero before it", "0123", "0123", true),
                argumentSet("of the same number", "0123", "123", false),
                argumentSet("with a zero behind it", "1.50", "1.50", true),
                argumentSet("of the same float", "1.50", "1.5", false),
                argumentSet("with a comma", "a,b", "a,b", true),
                argumentSet("empty", "", "", true),
                argumentSet("like a list", "[\"a\"]", "a", false));
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void anIdentitysOverrideIsForItsIdentifierAsText(String overridden, String asked, boolean holds) {
        EnvironmentDocumentFixtures.Builder environment =
                anEnvironment().with(state("f")).identity(overridden, state("f").on());

        assertThat(ask(environment, "f", subject(asked)).enabled()).isEqualTo(holds);
    }

    @Test
    void anIdentitysOverrideIsNotForAUserId() {
        EnvironmentDocumentFixtures.Builder environment =
                anEnvironment().with(state("f")).identity("ann", state("f").on());

        assertThat(ask(environment, "f", knowing("userId", "ann")).enabled()).isFalse();
    }

    @Test
    void anIdentitysOverrideIsNotSplit() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f"))
                .identity("ann", state("f").on().value("own").split(1L, "100", "a", "k"));

        Evaluation answer = ask(environment, "f", subject("ann"));

        assertThat(value(answer)).isEqualTo(Value.of("own"));
        assertThat(variant(answer)).isEmpty();
    }

    static Stream<Arguments> splits() {
        return Stream.of(
                argumentSet("54.53 is below 54.54", 78_986L, "54.54", "foobar", "a", "SPLIT; weight=54.54"),
                argumentSet("54.53 is not below 54.53", 78_986L, "54.53", "foobar", "default", "DEFAULT"),
                argumentSet("a part excludes its end", 12_345L, "51.990398079615915", "foobar", "default", "DEFAULT"),
                argumentSet("a whole number is told whole", 78_986L, "60", "foobar", "a", "SPLIT; weight=60"),
                argumentSet("a float is told as one", 78_986L, "60.0", "foobar", "a", "SPLIT; weight=60.0"),
                argumentSet("an exponent is told without", 78_986L, "6e1", "foobar", "a", "SPLIT; weight=60.0"),
                argumentSet("nobody is in nothing", 78_986L, "0", "foobar", "default", "DEFAULT"));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void valuesAreSharedOutByTheHashOfStateAndIdentity(
            long key, String weight, String identifier, String served, String reason) {
        EnvironmentDocumentFixtures.Builder environment =
                anEnvironment().with(state("f").on().key(key).value("default").split(1L, weight, "a", null));

        Evaluation answer = ask(environment, "f", subject(identifier));

        assertThat(value(answer)).isEqualTo(Value.of(served));
        assertThat(FlagsmithReason.of(answer)).isEqualTo(reason);
        assertThat(answer.reason()).isEqualTo(reason.equals("DEFAULT") ? Reason.DEFAULT : Reason.SPLIT);
    }

    @Test
    void partsAreOrderedByIdThenUuid() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f")
                        .on()
                        .key(78_986)
                        .value("default")
                        .split("00000000-0000-0000-0000-000000000064", "20", "third")
                        .split(99L, "30", "second", null)
                        .split(7L, "30", "first", null));

        assertThat(value(ask(environment, "f", subject("foobar")))).isEqualTo(Value.of("second"));
        assertThat(value(ask(environment, "f", subject("0")))).isEqualTo(Value.of("first"));
        assertThat(value(ask(environment, "f", subject("19")))).isEqualTo(Value.of("third"));
    }

    @Test
    void theVariantIsNamedByItsOptionOrControl() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(
                        state("named").on().key(78_986).value("d").split(1L, "100", "a", "blue"),
                        state("unnamed").on().key(78_986).value("d").split(1L, "100", "a", null),
                        state("rest").on().key(78_986).value("d").split(1L, "1", "a", "blue"),
                        state("plain").on().value("d"));

        assertThat(variant(ask(environment, "named", subject("foobar")))).isEqualTo("blue");
        assertThat(variant(ask(environment, "unnamed", subject("foobar")))).isEmpty();
        assertThat(variant(ask(environment, "rest", subject("foobar")))).isEqualTo("control");
        assertThat(variant(ask(environment, "plain", subject("foobar")))).isEmpty();
    }

    @Test
    void withoutAnIdentityNothingIsSplit() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f").on().value("default").split(1L, "100", "a", "blue"), state("g"))
                .segment(
                        1,
                        "share",
                        List.of(rule("ALL", when("PERCENTAGE_SPLIT", "", "100"))),
                        state("g").on());
        EvaluationContext nobody =
                EvaluationContext.builder().attribute("userId", "u").build();

        Evaluation answer = ask(environment, "f", nobody);

        assertThat(value(answer)).isEqualTo(Value.of("default"));
        assertThat(variant(answer)).isEmpty();
        assertThat(answer.reason()).isEqualTo(Reason.DEFAULT);
        assertThat(ask(environment, "g", nobody).enabled()).isFalse();
    }

    @Test
    void anOverrideSplitsAnewUnderItsOwnKey() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f").on().key(1).value("default"))
                .segment(
                        1,
                        "all",
                        EVERYBODY,
                        state("f").on().key(78_986).value("c").split(1L, "54.54", "a", "k"))
                .segment(2, "unused", List.of());

        Evaluation hit = ask(environment, "f", subject("foobar"));

        assertThat(value(hit)).isEqualTo(Value.of("a"));
        assertThat(hit.metadata()).containsEntry("weight", "54.54").containsEntry("segment", "all");
        assertThat(FlagsmithReason.of(hit)).isEqualTo("SPLIT; weight=54.54");
        assertThat(FlagsmithReason.of(
                        ask(environment, "f", EvaluationContext.builder().build())))
                .isEqualTo("TARGETING_MATCH; segment=all");
    }

    @Test
    void aShareOfASegmentHashesItsIdAndTheIdentityInclusively() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f"), state("g"))
                .segment(
                        12_345,
                        "in",
                        List.of(rule("ALL", when("PERCENTAGE_SPLIT", "", "51.990398079615915"))),
                        state("f").on())
                .segment(
                        12_346,
                        "out",
                        List.of(rule("ALL", when("PERCENTAGE_SPLIT", "", "0"))),
                        state("g").on());

        assertThat(ask(environment, "f", subject("foobar")).enabled()).isTrue();
        assertThat(ask(environment, "g", subject("foobar")).enabled()).isFalse();
    }

    static Stream<Arguments> properties() {
        return Stream.of(
                argumentSet("the identifier", "$.identity.identifier", "ann", true),
                argumentSet("the identity's key", "$.identity.key", "test_env_ann", true),
                argumentSet("the environment's key", "$.environment.key", "test_env", true),
                argumentSet("the environment's name", "$.environment.name", "Production", true),
                argumentSet("a trait behind a point", "$.identity.traits.country", "SE", true),
                argumentSet("a trait in single quotes", "$.identity.traits['home town']", "Lund", true),
                argumentSet("a trait in double quotes", "$.identity.traits[\"home town\"]", "Lund", true),
                argumentSet("a trait whose name is escaped", "$.identity.traits['it\\'s']", "so", true),
                argumentSet("quotes all the way", "$.identity['identifier']", "ann", true),
                argumentSet("a trait of that literal name wins", "$.environment.literal", "mine", true),
                argumentSet("no JSONPath, so a trait's name", "$.my-trait", "dashed", true),
                argumentSet("a trait that is not there", "$.identity.traits.town", "Lund", false),
                argumentSet("an object", "$.identity", "ann", false),
                argumentSet("the root alone is a trait's name", "$", "ann", false),
                argumentSet("the targeting key is no trait", "targetingKey", "ann", false),
                argumentSet("nor is it one by a path", "$.identity.traits.targetingKey", "ann", false),
                argumentSet("a user id is a trait", "userId", "u-1", true));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void propertiesAreTraitsOrPaths(String property, String value, boolean holds) {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f"), state("set"))
                .segment(
                        1,
                        "s",
                        List.of(rule("ALL", when("EQUAL", property, value))),
                        state("f").on())
                .segment(
                        2,
                        "t",
                        List.of(rule("ALL", when("IS_SET", property, ""))),
                        state("set").on());
        EvaluationContext context = EvaluationContext.builder()
                .attribute("targetingKey", "ann")
                .attribute("userId", "u-1")
                .attribute("country", "SE")
                .attribute("home town", "Lund")
                .attribute("it's", "so")
                .attribute("$.environment.literal", "mine")
                .attribute("$.my-trait", "dashed")
                .build();

        assertThat(ask(environment, "f", context).enabled()).isEqualTo(holds);
        assertThat(ask(environment, "set", context).enabled()).isEqualTo(holds);
    }

    @Test
    void aTraitThatIsNamedLikeTheIdentifierIsATrait() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f"), state("g"), state("set"))
                .segment(
                        1,
                        "s",
                        List.of(rule("ALL", when("EQUAL", "targetingKey", "x"))),
                        state("f").on())
                .segment(
                        2,
                        "t",
                        List.of(rule("ALL", when("EQUAL", "$.identity.traits.targetingKey", "x"))),
                        state("g").on())
                .segment(
                        3,
                        "u",
                        List.of(rule("ALL", when("IS_SET", "targetingKey", ""))),
                        state("set").on());
        EvaluationContext context = EvaluationContext.builder()
                .attribute("targetingKey", "ann")
                .attribute(FlagsmithDialect.TARGETING_KEY_TRAIT, "x")
                .build();

        assertThat(ask(environment, "f", context).enabled()).isTrue();
        assertThat(ask(environment, "g", context).enabled()).isTrue();
        assertThat(ask(environment, "set", context).enabled()).isTrue();
        assertThat(ask(environment, "set", subject("ann")).enabled()).isFalse();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet("text", Value.of("x"), true, Value.of("x"), null),
                argumentSet("an integer", Value.of(3), true, Value.of(3), null),
                argumentSet("a boolean", Value.of(false), true, Value.of(false), null),
                argumentSet("no value, on", null, true, Value.of(true), Variant.NO_PAYLOAD),
                argumentSet("no value, off", null, false, Value.of(false), Variant.NO_PAYLOAD),
                argumentSet("text of a feature that is off", Value.of("x"), false, Value.of("x"), null));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aFeatureTellsItsValueWhetherItIsOnOrOff(
            @Nullable Value value, boolean on, Value served, @Nullable String payload) {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(on ? state("f").on().value(value) : state("f").value(value));

        Evaluation answer = ask(environment, "f", subject("u"));

        assertThat(answer.enabled()).isEqualTo(on);
        assertThat(answer.variant()).isEqualTo(new Variant("", served, payload));
        assertThat(answer.reason()).isEqualTo(on ? Reason.DEFAULT : Reason.DISABLED);
        assertThat(FlagsmithReason.of(answer)).isEqualTo("DEFAULT");
    }

    @Test
    void aFeatureThatIsOffKeepsFlagsmithsReason() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f").on().value("default"))
                .segment(1, "swedes", SWEDES, state("f").value("off here"));

        Evaluation answer = ask(environment, "f", knowing("country", "SE"));

        assertThat(answer.reason()).isEqualTo(Reason.DISABLED);
        assertThat(FlagsmithReason.of(answer)).isEqualTo("TARGETING_MATCH; segment=swedes");
    }

    @Test
    void featuresKeepTheOrderOfTheDocumentAndTheirSecrecy() {
        FlagSet flags = EnvironmentDocumentCompiler.compile(anEnvironment()
                .with(state("z"), state("a"), state("m"))
                .serverOnly("a")
                .build());

        assertThat(flags.flags()).extracting("key").containsExactly("z", "a", "m");
        assertThat(flags.flags()).extracting("serverOnly").containsExactly(false, true, false);
    }

    @Test
    void anOverrideOfAFeatureThatIsNotThereCountsForNothing() {
        FlagSet flags = EnvironmentDocumentCompiler.compile(anEnvironment()
                .with(state("f"))
                .segment(1, "s", EVERYBODY, state("gone").on())
                .identity("u", state("gone").on())
                .build());

        assertThat(flags.flags()).hasSize(1);
        assertThat(flags.evaluate("f", subject("u")).enabled()).isFalse();
    }

    @Test
    void whatIsAskedInVainIsReportedAndFalse() {
        FlagSet flags = EnvironmentDocumentCompiler.compile(anEnvironment()
                .with(state("f"))
                .segment(
                        1,
                        "s",
                        List.of(rule(
                                "ANY", when("MODULO", "n", "0|1"), when("IN", "n", null), when("EQUAL", "n", "3"))),
                        state("f").on())
                .build());

        assertThat(flags.problems())
                .containsExactly(
                        new CompilationProblem("f", "segment s", "a division by zero: \"0|1\""),
                        new CompilationProblem("f", "segment s", "IN needs a value"));
        assertThat(flags.evaluate("f", knowing("n", 3)).enabled()).isTrue();
        assertThat(flags.evaluate("f", knowing("n", 4)).enabled()).isFalse();
    }

    static Stream<Arguments> undecidable() {
        return Stream.of(
                argumentSet("a pattern that looks around", rule("NONE", when("REGEX", "n", "(?=x)"))),
                argumentSet("a pattern that refers back", rule("NONE", when("REGEX", "n", "(a)\\1"))),
                argumentSet("a pattern that is none", rule("NONE", when("REGEX", "n", "("))),
                argumentSet("a pattern without bounds", rule("NONE", when("REGEX", "n", "((a{99}){99}){99}"))),
                argumentSet("another feature", rule("NONE", when("EQUAL", "$.flags.g.enabled", "True"))),
                argumentSet("another feature, quoted", rule("NONE", when("IS_SET", "$.features['g'].enabled", ""))),
                argumentSet("another feature that is not set", rule("ALL", when("IS_NOT_SET", "$.flags.g.value", ""))),
                argumentSet("another segment", rule("ANY", when("NOT_EQUAL", "$.segments.s.name", "x"))),
                argumentSet("any trait", rule("NONE", when("EQUAL", "$.identity.traits.*", "y"))),
                argumentSet("any descendant", rule("NONE", when("EQUAL", "$..n", "y"))),
                argumentSet("a filter", rule("NONE", when("EQUAL", "$.identity.traits[?@ == 'x']", "y"))),
                argumentSet("a share by a path", rule("NONE", when("PERCENTAGE_SPLIT", "$.flags.g.name", "50"))),
                argumentSet(
                        "a path below other groups",
                        new SegmentRule(
                                "ANY",
                                List.of(rule("NONE", when("EQUAL", "$.flags.g.enabled", "True"))),
                                List.of(when("EQUAL", "n", "x")))),
                argumentSet("a path to nowhere", rule("ALL", when("EQUAL", "$.leads.to.nowhere", "ann"))),
                argumentSet("a rule of another type", rule("SOME", when("EQUAL", "n", "x"))));
    }

    @ParameterizedTest
    @MethodSource("undecidable")
    void aSegmentThatCannotBeDecidedHasNobodyInIt(SegmentRule rule) {
        FlagSet flags = EnvironmentDocumentCompiler.compile(anEnvironment()
                .with(state("f"), state("g").on())
                .segment(1, "s", List.of(rule), state("f").on())
                .build());

        assertThat(flags.problems()).hasSize(1);
        assertThat(flags.problems().get(0).reason()).contains("the segment matches nobody");
        assertThat(flags.evaluate("f", knowing("n", "x")).enabled()).isFalse();
        assertThat(flags.evaluate("g", knowing("n", "x")).enabled()).isTrue();
    }

    @Test
    void aDecisionIsExplainedInFlagsmithsWords() {
        FlagSet flags = EnvironmentDocumentCompiler.compile(anEnvironment()
                .with(state("f"))
                .segment(1, "swedes", SWEDES, state("f").on())
                .identity("ann", state("f").on())
                .build());

        Explanation explanation = flags.explain("f", knowing("country", "SE"));

        assertThat(explanation.evaluation()).isEqualTo(flags.evaluate("f", knowing("country", "SE")));
        assertThat(explanation.rules())
                .extracting(Explanation.RuleResult::name)
                .containsExactly("identity_overrides", "swedes");
        assertThat(explanation.rules().toString()).contains("country", "SE", "EQUAL");
    }

    @Test
    void aMillionIdentitiesCostNoMoreToAsk() {
        EnvironmentDocumentFixtures.Builder environment = anEnvironment().with(state("f"));
        for (int i = 0; i < 20_000; i++) {
            environment.identity("user-" + i, state("f").on());
        }
        FlagSet flags = EnvironmentDocumentCompiler.compile(environment.build());

        Evaluation one = flags.evaluate("f", subject("user-1"));

        assertThat(flags.evaluate("f", subject("user-19999"))).isSameAs(one);
        assertThat(flags.explain("f", subject("user-20000")).rules()).hasSize(1);
    }

    @Test
    void segmentsThatTakeTooLongToAskDoNotCount() {
        SegmentCondition[] many = new SegmentCondition[6_000];
        Arrays.fill(many, when("EQUAL", "country", "DK"));
        EnvironmentDocumentFixtures.Builder environment = anEnvironment()
                .with(state("f").value("default"), state("g"))
                .identity("ann", state("f").value("hers"))
                .segment(100, "swedes", SWEDES, state("f").on(), state("g").on());
        for (int i = 1; i < 20; i++) {
            environment.segment(
                    i, "s" + i, List.of(rule("ANY", many)), state("f").on());
        }

        FlagSet flags = EnvironmentDocumentCompiler.compile(environment.build());

        assertThat(flags.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.flag()).isEqualTo("f");
            assertThat(problem.reason()).contains("comparisons", "no segment's override counts");
        });
        assertThat(value(flags.evaluate("f", knowing("country", "SE")))).isEqualTo(Value.of("default"));
        assertThat(value(flags.evaluate("f", subject("ann")))).isEqualTo(Value.of("hers"));
        assertThat(flags.evaluate("g", knowing("country", "SE")).enabled()).isTrue();
    }

    @Test
    void ofManyVainConditionsAFewAreReported() {
        SegmentCondition[] vain = new SegmentCondition[1_000];
        Arrays.fill(vain, when("MODULO", "n", "0|1"));

        FlagSet flags = EnvironmentDocumentCompiler.compile(anEnvironment()
                .with(state("f"))
                .segment(1, "s", List.of(rule("ANY", vain)), state("f").on())
                .build());

        assertThat(flags.problems()).hasSize(10);
    }

    @Test
    void namesAreFitForALine() {
        String odd = "a\nb\u0000\u202e" + "x".repeat(100_000);
        FlagSet flags = EnvironmentDocumentCompiler.compile(anEnvironment()
                .with(state("f"), state(odd))
                .segment(
                        1,
                        odd,
                        List.of(rule(
                                "ANY",
                                when(odd, odd, odd),
                                when("MODULO", odd, odd),
                                when("PERCENTAGE_SPLIT", odd, odd),
                                when("REGEX", "$." + odd, odd.substring(0, 500)),
                                when("EQUAL", odd, odd),
                                when("PERCENTAGE_SPLIT", odd, "0"),
                                when("IS_NOT_SET", odd, ""))),
                        state("f").on(),
                        state(odd).on())
                .build());

        Explanation explanation = flags.explain("f", knowing("n", 1));

        assertThat(flags.problems()).hasSizeGreaterThan(5).allSatisfy(problem -> {
            assertThat(HostileEnvironmentDocumentTest.fit(problem.flag())).isTrue();
            assertThat(HostileEnvironmentDocumentTest.fit(problem.message())).isTrue();
        });
        assertThat(HostileEnvironmentDocumentTest.texts(explanation))
                .hasSizeGreaterThan(8)
                .allMatch(HostileEnvironmentDocumentTest::fit);
        assertThat(HostileEnvironmentDocumentTest.fit(FlagsmithReason.of(explanation.evaluation())))
                .isTrue();
    }

    private static Evaluation ask(
            EnvironmentDocumentFixtures.Builder environment, String feature, EvaluationContext context) {
        FlagSet flags = EnvironmentDocumentCompiler.compile(environment.build());
        assertThat(flags.problems()).isEmpty();
        return flags.evaluate(feature, context);
    }

    private static EvaluationContext subject(String identifier) {
        return EvaluationContext.of(identifier);
    }

    private static EvaluationContext knowing(String trait, Object value) {
        return EvaluationContext.builder().attribute(trait, value).build();
    }

    private static Value value(Evaluation answer) {
        return Objects.requireNonNull(answer.variant()).value();
    }

    private static String variant(Evaluation answer) {
        return Objects.requireNonNull(answer.variant()).key();
    }
}
