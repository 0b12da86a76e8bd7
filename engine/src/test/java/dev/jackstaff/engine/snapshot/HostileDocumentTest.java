package dev.jackstaff.engine.snapshot;

import static dev.jackstaff.engine.snapshot.Fixtures.OFF;
import static dev.jackstaff.engine.snapshot.Fixtures.ON;
import static dev.jackstaff.engine.snapshot.Fixtures.aFlag;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Compare;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Share;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Documents and contexts that somebody has tampered with: each is refused with a message or works, and no exception escapes. */
class HostileDocumentTest {
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[-+.\\w]+|[{}\\[\\],:]");
    private static final List<String> HOSTILE = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999",
            "9223372036854775808",
            "1.5",
            "\"\"",
            "\"default\"",
            "\"random\"",
            "\"f\"",
            "\"g\"",
            "\"\\ud83d\"",
            "\"\\u0000\"",
            "\"(a+)+$\"",
            "\"(\"",
            "\"::/129\"",
            "\"2026-99-01T00:00:00Z\"",
            "\"1.2\"",
            "{}",
            "[]",
            "[[[[[[]]]]]]",
            "{\"all\":[]}",
            "{\"segment\":\"s\"}",
            "{",
            "]",
            ",",
            "");

    private static final String DOCUMENT = new String(SnapshotWriter.write(snapshot()), StandardCharsets.UTF_8);
    private static final List<String> TOKENS =
            TOKEN.matcher(DOCUMENT).results().map(found -> found.group()).collect(Collectors.toList());

    @Example
    void theDocumentItselfIsSoundAndUsesEveryOperator() {
        FlagSet flags = SnapshotCompiler.compile(SnapshotReader.read(DOCUMENT.getBytes(StandardCharsets.UTF_8)));

        assertThat(flags.problems()).isEmpty();
        assertThat(String.join("", TOKENS)).isEqualTo(DOCUMENT);
        assertThat(DOCUMENT)
                .contains(Arrays.stream(Operator.values()).map(Enum::name).toList());
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherValuesIsRefusedOrWorks(@ForAll long seed, @ForAll("contexts") EvaluationContext context) {
        Random random = new Random(seed);
        List<String> tokens = new ArrayList<>(TOKENS);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            int place = aValue(random);
            List<String> kin = Stream.concat(HOSTILE.stream(), TOKENS.stream())
                    .filter(other -> kind(other) == kind(TOKENS.get(place)))
                    .toList();
            tokens.set(place, kin.get(random.nextInt(kin.size())));
        }

        survives(String.join("", tokens).getBytes(StandardCharsets.UTF_8), context);

        Statistics.coverage(coverage -> coverage.check("refused").percentage(refused -> refused < 90));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherWordsIsRefusedOrWorks(@ForAll long seed, @ForAll("contexts") EvaluationContext context) {
        Random random = new Random(seed);
        List<String> tokens = new ArrayList<>(TOKENS);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int place = random.nextInt(tokens.size());
            switch (random.nextInt(4)) {
                case 0 -> tokens.remove(place);
                case 1 -> tokens.add(place, tokens.get(random.nextInt(tokens.size())));
                case 2 -> tokens.set(place, tokens.get(random.nextInt(tokens.size())));
                default -> tokens.set(place, HOSTILE.get(random.nextInt(HOSTILE.size())));
            }
        }

        survives(String.join("", tokens).getBytes(StandardCharsets.UTF_8), context);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherBytesIsRefusedOrWorks(@ForAll long seed, @ForAll("contexts") EvaluationContext context) {
        Random random = new Random(seed);
        byte[] bytes = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        int end = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;

        survives(Arrays.copyOf(bytes, end), context);
    }

    /** The place of a token that is a value: neither punctuation nor a member's name. */
    private static int aValue(Random random) {
        int place = random.nextInt(TOKENS.size() - 1);
        while (kind(TOKENS.get(place)) == 'p' || TOKENS.get(place + 1).equals(":")) {
            place = random.nextInt(TOKENS.size() - 1);
        }
        return place;
    }

    /** What a token is: a string, a word or number, or punctuation. */
    private static char kind(String token) {
        if (token.isEmpty() || "{}[],:".indexOf(token.charAt(0)) >= 0) {
            return 'p';
        }
        return token.charAt(0) == '"' ? 's' : Character.isLetter(token.charAt(0)) ? 'w' : 'n';
    }

    private static void survives(byte[] document, EvaluationContext context) {
        FlagSet flags;
        try {
            flags = SnapshotCompiler.compile(SnapshotReader.read(document));
            Statistics.collect(flags.problems().isEmpty() ? "works" : "works in part");
        } catch (DocumentException refused) {
            Statistics.collect("refused");
            assertThat(refused).hasMessageNotContaining("\n");
            return;
        }
        for (Evaluation answer : flags.evaluateAll(context, true)) {
            assertThat(flags.explain(answer.flagKey(), context).answer()).isEqualTo(answer);
        }
    }

    @Provide
    static Arbitrary<EvaluationContext> contexts() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30).map(text -> (Object) text),
                Arbitraries.of("SE", "10.1.2.3", "::ffff:1.2.3.4", "1.2.3", "1.2.3-rc.1", "2026-01-01T00:00:00Z", "42"),
                Arbitraries.longs(),
                Arbitraries.doubles(),
                Arbitraries.of(true, false),
                Arbitraries.of(List.of("SE"), Map.of("country", "SE"), List.of()));
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("a", "targetingKey", "userId", "sessionId", "currentTime"),
                Arbitraries.strings().ofMaxLength(3));
        return Combinators.combine(
                        Arbitraries.maps(names, scalars).ofMaxSize(6),
                        Arbitraries.integers().between(1, 9_999))
                .as(HostileDocumentTest::context);
    }

    private static EvaluationContext context(Map<String, Object> attributes, int randomId) {
        EvaluationContext.Builder builder =
                EvaluationContext.builder().randomId(randomId).now(Instant.EPOCH);
        new HashMap<>(attributes).forEach(builder::attribute);
        return builder.build();
    }

    private static Snapshot snapshot() {
        Split split = new Split(List.of(new Share("on", 3), new Share("off", 7)), "sessionId", "g");
        Fixtures.FlagBuilder comparing = aFlag("f").needing("g").needing("h", "on", "off");
        for (Operator operator : Operator.values()) {
            comparing.when(Compare.of("a", operator, operand(operator)), ON);
        }
        comparing.when(
                new ConditionDefinition.None(List.of(
                        new Compare("userId", Operator.IN, List.of("7", "8"), true, true),
                        new ConditionDefinition.Any(List.of(new ConditionDefinition.InSegment("s"))))),
                split);
        RuleDefinition rollout = new RuleDefinition(
                "some", "note", true, ConditionDefinition.ALWAYS, new RolloutDefinition(1_234, "random", "g"), ON);
        return new Snapshot(
                "p",
                "e",
                "id",
                7,
                Instant.EPOCH,
                List.of(
                        comparing.otherwise(split).build(),
                        aFlag("g").rule(rollout).otherwise(OFF).build(),
                        aFlag("h").serverOnly().otherwise(ON).build(),
                        aFlag("i").off().build()),
                List.of(
                        new SegmentDefinition("s", new ConditionDefinition.InSegment("t")),
                        new SegmentDefinition("t", Compare.of("country", Operator.NOT_IN, "SE", "NO"))),
                List.of());
    }

    private static String operand(Operator operator) {
        return switch (operator) {
            case NUM_EQ, NUM_GT, NUM_GTE, NUM_LT, NUM_LTE -> "42";
            case DATE_AFTER, DATE_BEFORE -> "2026-01-01T00:00:00Z";
            case SEMVER_EQ, SEMVER_GT, SEMVER_GTE, SEMVER_LT, SEMVER_LTE -> "1.2.3";
            case IN_CIDR -> "10.0.0.0/8";
            default -> "SE";
        };
    }
}
