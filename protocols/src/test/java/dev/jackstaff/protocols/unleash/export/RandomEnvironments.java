package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.bucketing.Md5Bucketing;
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
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random environments whose few flags use every native feature, and contexts that they distinguish. */
final class RandomEnvironments {
    private static final List<String> SUBJECTS = List.of("1", "2", "3", "4");
    private static final Map<String, List<String>> KNOWN = Map.of(
            "userId", SUBJECTS,
            "country", List.of("SE", "DK", "Norway"),
            "age", List.of("7", "18", "42.5", "old"),
            "version", List.of("1.2.3", "1.2.3-rc.1", "2.0.0", "x"),
            "born", List.of("2020-01-01T00:00:00Z", "2024-06-01T12:00:00+02:00"),
            "remoteAddress", List.of("10.0.0.1", "192.168.7.7", "::1"));
    /** The attributes of conditions: the subject by either of its names. */
    private static final List<String> NAMES =
            Stream.concat(KNOWN.keySet().stream(), Stream.of("targetingKey")).toList();

    private static final List<String> STICKINESS =
            List.of("default", "default", "default", "userId", "targetingKey", "random", "country");
    private static final List<String> GROUPS = List.of("", "", "", "g1", "g2");
    private static final List<Integer> SHARES = List.of(0, 100, 2_500, 5_000, 5_000, 9_900, 10_000, 1_234, 30, 9_990);

    private final Random random;
    private final List<SegmentDefinition> segments = new ArrayList<>();
    private final List<FlagDefinition> flags = new ArrayList<>();

    private RandomEnvironments(Random random) {
        this.random = random;
    }

    static Snapshot environment(Random random) {
        return new RandomEnvironments(random).environment();
    }

    /** A context with one subject, by one of its names: an Unleash SDK has no other. */
    static EvaluationContext context(Random random) {
        String subject = random.nextBoolean() ? "userId" : "targetingKey";
        EvaluationContext.Builder context = EvaluationContext.builder().randomId(1 + random.nextInt(9_999));
        KNOWN.forEach((name, values) -> {
            if (random.nextInt(4) > 0) {
                context.attribute(name.equals("userId") ? subject : name, values.get(random.nextInt(values.size())));
            }
        });
        if (random.nextBoolean()) {
            context.attribute(subject, "u" + random.nextInt(1_000));
        }
        return context.build();
    }

    private Snapshot environment() {
        for (int i = 0; i < 4; i++) {
            segments.add(new SegmentDefinition("s" + i, condition(1 + random.nextInt(2))));
        }
        for (int i = 0; i < 6; i++) {
            flags.add(flag("f" + i));
        }
        return new Snapshot("shop", "production", "1", 7, Instant.EPOCH, flags, segments, List.of());
    }

    private FlagDefinition flag(String key) {
        ValueType type = one(ValueType.values());
        List<VariantDefinition> variants = variants(type);
        @Nullable String off = random.nextInt(4) == 0 ? null : one(variants).key();
        return new FlagDefinition(
                key,
                type,
                random.nextInt(8) > 0,
                random.nextInt(5) == 0,
                variants,
                off,
                random.nextInt(3) == 0 ? new OutcomeDefinition.Off() : outcome(variants),
                some(flags.isEmpty() ? 0 : random.nextInt(8) < 3 ? 1 : 0, this::prerequisite),
                some(random.nextInt(4), () -> rule(variants)),
                random.nextInt(5) == 0 ? Md5Bucketing.NAME : FlagDefinition.NATIVE_BUCKETING);
    }

    private List<VariantDefinition> variants(ValueType type) {
        return switch (type) {
            case BOOLEAN ->
                List.of(
                        new VariantDefinition("on", Value.of(true)),
                        new VariantDefinition("off", Value.of(false)),
                        new VariantDefinition("too", Value.of(true)));
            case STRING -> variants(i -> Value.of("text " + i));
            case INTEGER -> variants(i -> Value.of(i * 1_000L));
            case NUMBER -> variants(i -> Value.of(i + 0.5e7));
            case JSON -> variants(i -> Value.parse(ValueType.JSON, "{\"colour\": [" + i + "]}"));
        };
    }

    private static List<VariantDefinition> variants(java.util.function.IntFunction<Value> value) {
        return IntStream.range(0, 3)
                .mapToObj(i -> new VariantDefinition("v" + i, value.apply(i)))
                .toList();
    }

    private PrerequisiteDefinition prerequisite() {
        FlagDefinition parent = one(flags);
        List<String> variants = random.nextBoolean()
                ? List.of()
                : parent.variants().stream()
                        .map(VariantDefinition::key)
                        .filter(key -> random.nextBoolean())
                        .toList();
        return new PrerequisiteDefinition(parent.key(), variants);
    }

    private RuleDefinition rule(List<VariantDefinition> variants) {
        RolloutDefinition rollout = random.nextBoolean()
                ? RolloutDefinition.EVERYONE
                : new RolloutDefinition(one(SHARES), one(STICKINESS), one(GROUPS));
        return new RuleDefinition(
                random.nextBoolean() ? "" : "named",
                "",
                random.nextInt(6) > 0,
                condition(3),
                rollout,
                outcome(variants));
    }

    private OutcomeDefinition outcome(List<VariantDefinition> variants) {
        return switch (random.nextInt(6)) {
            case 0 -> new OutcomeDefinition.Off();
            case 1, 2 ->
                new OutcomeDefinition.Split(
                        some(1 + random.nextInt(3), () -> share(variants)), one(STICKINESS), one(GROUPS));
            default -> new OutcomeDefinition.Serve(one(variants).key());
        };
    }

    private OutcomeDefinition.WeightedVariant share(List<VariantDefinition> variants) {
        return new OutcomeDefinition.WeightedVariant(
                one(variants).key(), random.nextInt(5) == 0 ? 1 : 1 + random.nextInt(1_000));
    }

    private ConditionDefinition condition(int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 6);
        return switch (kind) {
            case 6 -> new ConditionDefinition.All(some(random.nextInt(4), () -> condition(depth - 1)));
            case 7 -> new ConditionDefinition.Any(some(random.nextInt(4), () -> condition(depth - 1)));
            case 8 -> new ConditionDefinition.None(some(random.nextInt(3), () -> condition(depth - 1)));
            case 9 -> segment();
            default -> comparison();
        };
    }

    /** A name that occasionally does not exist. */
    private ConditionDefinition segment() {
        return segments.isEmpty()
                ? ConditionDefinition.ALWAYS
                : new ConditionDefinition.InSegment(
                        random.nextInt(50) == 0 ? "nowhere" : one(segments).key());
    }

    private ConditionDefinition comparison() {
        Operator operator = one(Operator.values());
        String attribute = one(NAMES);
        List<String> values =
                switch (operator) {
                    case EXISTS -> List.of();
                    case NUM_EQ, NUM_GT, NUM_GTE, NUM_LT, NUM_LTE -> List.of(one("7", "18.0", "40"));
                    case DATE_AFTER, DATE_BEFORE ->
                        List.of(one(
                                "2022-01-01T00:00:00Z",
                                "2022-01-01 02:00:00+0200",
                                "2024-06-01T10:00:00.000Z",
                                "2024-06-01T09:59:59.9999Z"));
                    case SEMVER_EQ, SEMVER_GT, SEMVER_GTE, SEMVER_LT, SEMVER_LTE -> List.of(one("1.2.3", "1.9.0"));
                    case REGEX -> List.of(one("^[[:alpha:]]+$", "s", "[1-3]"));
                    case IN_CIDR -> List.of("10.0.0.0/8", "::/0");
                    case STR_CONTAINS, STR_STARTS_WITH, STR_ENDS_WITH -> List.of(one("1", "S", "e", "."), "Nor");
                    default -> some(1 + random.nextInt(2), () -> one(KNOWN.getOrDefault(attribute, SUBJECTS)));
                };
        boolean ofText = operator == Operator.REGEX || operator.name().startsWith("STR_");
        return new Comparison(attribute, operator, values, random.nextInt(3) == 0, ofText && random.nextBoolean());
    }

    private <T> List<T> some(int count, Supplier<T> element) {
        return IntStream.range(0, count).mapToObj(i -> element.get()).toList();
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    @SafeVarargs
    private <T> T one(T... things) {
        return things[random.nextInt(things.length)];
    }
}
