package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random native environments and contexts, with everything that Flagsmith evaluates differently. */
final class RandomSnapshots {
    static final List<String> ATTRIBUTES = List.of("targetingKey", "userId", "country", "plan", "home town");
    private static final List<String> TEXTS = List.of(
            "SE",
            "se",
            "pro",
            "pro max",
            "beta",
            "a.b",
            "axb",
            "x\n",
            "KELVIN",
            "\u212aelvin",
            "Ä",
            "ann",
            "$5",
            "[x]",
            "bob",
            "pro,beta");
    private static final List<String> ODD_TEXTS = List.of(
            "007",
            "7",
            "1.50",
            "true",
            "false",
            "True",
            "",
            "1e3",
            "+1",
            "-inf",
            "é\uD83D\uDE00",
            "xi",
            "İx",
            "0",
            "x:semver",
            "Inf",
            "FINI",
            "nan",
            "N");
    /** A text longer than patterns are applied to. */
    static final String MUCH_MORE = " and more".repeat(1_200);

    private static final List<String> VERSIONS = List.of("1.2.3", "1.10.0", "1.10.0-rc.1", "2.0.0+b", "0.0.1");
    private static final List<Operator> TEXTUAL = List.of(
            Operator.IN, Operator.NOT_IN, Operator.STR_CONTAINS, Operator.STR_STARTS_WITH, Operator.STR_ENDS_WITH);
    private static final List<Operator> VERSIONED = List.of(
            Operator.SEMVER_EQ, Operator.SEMVER_GT, Operator.SEMVER_GTE, Operator.SEMVER_LT, Operator.SEMVER_LTE);
    private static final List<Operator> NUMERIC =
            List.of(Operator.NUM_EQ, Operator.NUM_GT, Operator.NUM_GTE, Operator.NUM_LT, Operator.NUM_LTE);

    private final Random random;

    RandomSnapshots(Random random) {
        this.random = random;
    }

    Snapshot snapshot() {
        List<FlagDefinition> flags = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            flags.add(flag(i));
        }
        List<SegmentDefinition> segments =
                List.of(new SegmentDefinition("s", condition(2)), new SegmentDefinition("t", condition(1)));
        return new Snapshot("shop", "production", "id", 1, Instant.EPOCH, flags, segments, List.of());
    }

    EvaluationContext context() {
        EvaluationContext.Builder context = EvaluationContext.builder();
        for (String attribute : ATTRIBUTES) {
            if (random.nextInt(4) > 0) {
                context.attribute(attribute, value());
            }
        }
        return context.randomId(1 + random.nextInt(9_999)).build();
    }

    private Object value() {
        return switch (random.nextInt(8)) {
            case 0 -> any(List.of(true, false));
            case 1 -> any(List.of(0L, 7L, -3L, 5L, 6L, 9_007_199_254_740_993L));
            case 2 ->
                any(List.of(1.5, 0.0, 1e16, 1e-7, 5.5, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN));
            case 3 -> any(ODD_TEXTS);
            case 4 -> any(VERSIONS);
            default -> any(TEXTS) + any(List.of("", "", "", "\n", " and more", MUCH_MORE));
        };
    }

    private FlagDefinition flag(int index) {
        boolean bool = random.nextBoolean();
        ValueType type = bool
                ? ValueType.BOOLEAN
                : any(List.of(ValueType.STRING, ValueType.INTEGER, ValueType.NUMBER, ValueType.JSON));
        List<VariantDefinition> variants = List.of(
                new VariantDefinition("on", of(type, true, "\"red\"", "3", "1.50", "{\"a\":[1]}")),
                new VariantDefinition("blue", of(type, true, "\"blue\"", "4", "2", "null")),
                new VariantDefinition("off", of(type, false, "\"none\"", "0", "0", "[]")));
        List<RuleDefinition> rules = many(
                3,
                () -> new RuleDefinition(
                        random.nextBoolean() ? "" : "named",
                        "",
                        random.nextInt(8) > 0,
                        condition(2),
                        rollout(),
                        outcome()));
        List<PrerequisiteDefinition> prerequisites = index > 0 && random.nextInt(5) == 0
                ? List.of(new PrerequisiteDefinition("flag-0", random.nextBoolean() ? List.of() : List.of("on")))
                : List.of();
        return new FlagDefinition(
                "flag-" + index,
                type,
                random.nextInt(8) > 0,
                random.nextInt(4) == 0,
                variants,
                random.nextInt(4) > 0 ? "off" : null,
                outcome(),
                prerequisites,
                rules,
                random.nextInt(4) > 0 ? FlagDefinition.NATIVE_BUCKETING : "md5/1");
    }

    private static Value of(ValueType type, boolean bool, String text, String integer, String number, String json) {
        return switch (type) {
            case BOOLEAN -> Value.of(bool);
            case STRING -> Value.parse(type, text);
            case INTEGER -> Value.parse(type, integer);
            case NUMBER -> Value.parse(type, number);
            case JSON -> Value.parse(type, json);
        };
    }

    private RolloutDefinition rollout() {
        int basisPoints = random.nextInt(5) > 0 ? RolloutDefinition.WHOLE : any(List.of(0, 1, 1_250, 5_000, 9_999));
        return new RolloutDefinition(
                basisPoints, any(List.of("default", "targetingKey", "random", "plan")), any(List.of("", "12", "g")));
    }

    private OutcomeDefinition outcome() {
        return switch (random.nextInt(8)) {
            case 0 -> new OutcomeDefinition.Off();
            case 1 ->
                new OutcomeDefinition.Split(
                        any(List.of(
                                List.of(
                                        new OutcomeDefinition.WeightedVariant("on", 1),
                                        new OutcomeDefinition.WeightedVariant("blue", 2)),
                                List.of(
                                        new OutcomeDefinition.WeightedVariant("on", 30),
                                        new OutcomeDefinition.WeightedVariant("off", 70)),
                                List.of(
                                        new OutcomeDefinition.WeightedVariant("on", 100),
                                        new OutcomeDefinition.WeightedVariant("off", 0)),
                                List.of(new OutcomeDefinition.WeightedVariant("off", 5)))),
                        any(List.of("default", "targetingKey", "country")),
                        any(List.of("", "12")));
            case 2, 3 -> new OutcomeDefinition.Serve("blue");
            case 4 -> new OutcomeDefinition.Serve("off");
            default -> new OutcomeDefinition.Serve("on");
        };
    }

    private ConditionDefinition condition(int deep) {
        if (deep > 0 && random.nextInt(3) == 0) {
            List<ConditionDefinition> parts = many(4, () -> condition(deep - 1));
            return switch (random.nextInt(3)) {
                case 0 -> new ConditionDefinition.All(parts);
                case 1 -> new ConditionDefinition.Any(parts);
                default -> new ConditionDefinition.None(parts);
            };
        }
        return deep == 2 && random.nextInt(6) == 0
                ? new ConditionDefinition.InSegment(any(List.of("t", "t")))
                : compare();
    }

    private Comparison compare() {
        String attribute = any(ATTRIBUTES);
        boolean inverted = random.nextInt(4) == 0;
        return switch (random.nextInt(20)) {
            case 0 -> new Comparison(attribute, Operator.EXISTS, List.of(), inverted, false);
            case 1, 2, 3 -> new Comparison(attribute, any(VERSIONED), List.of(any(VERSIONS)), inverted, false);
            case 4 ->
                new Comparison(
                        attribute, any(NUMERIC), List.of(any(List.of("5", "5.5", "-3", "0", "1e3"))), inverted, false);
            case 5 ->
                new Comparison(
                        attribute,
                        Operator.REGEX,
                        List.of(any(List.of("pro", "^pro$", "(?i)SE", "[a-z]+\\d?"))),
                        inverted,
                        random.nextBoolean());
            case 6 ->
                random.nextBoolean()
                        ? new Comparison(attribute, Operator.IN_CIDR, List.of("10.0.0.0/8"), inverted, false)
                        : new Comparison(
                                attribute, Operator.DATE_AFTER, List.of("2026-01-01T00:00:00Z"), inverted, false);
            default -> {
                Operator operator = any(TEXTUAL);
                yield new Comparison(
                        attribute,
                        operator,
                        many(4, () -> any(random.nextInt(20) == 0 ? ODD_TEXTS : TEXTS)),
                        inverted,
                        operator.name().startsWith("STR_") && random.nextInt(4) == 0);
            }
        };
    }

    private <T> List<T> many(int fewerThan, Supplier<T> each) {
        List<T> many = new ArrayList<>();
        int size = random.nextInt(fewerThan);
        for (int i = 0; i < size; i++) {
            many.add(each.get());
        }
        return many;
    }

    private <T> T any(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
