package dev.jackstaff.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The flags that every engine gets in its own format, and the subjects they are evaluated for. Fixed seed. */
final class Workload {
    /** A flag without rules, on for everybody. */
    static final FlagSpec WITHOUT_RULES = new FlagSpec(1, "plain", null);

    /** A flag with one rule whose constraints hold for all {@link #SUBJECTS}; half of them are in its rollout. */
    static final FlagSpec WITH_RULE = new FlagSpec(
            2,
            "ruled",
            new RuleSpec(
                    List.of(
                            ConstraintSpec.oneOf("country", "SE", "NO", "DK"),
                            ConstraintSpec.oneOf("plan", "pro", "team")),
                    50));

    private static final int FLAGS = 350;
    private static final int FLAGS_IN_A_ROUND = 7;
    private static final int RULED_IN_A_ROUND = 4;
    private static final List<String> COUNTRIES = List.of("SE", "NO", "DK", "FI", "IS", "EE", "LV", "LT", "PL", "DE");
    private static final List<String> PLANS = List.of("pro", "team", "free", "trial");

    /** 350 flags, 200 of which have a rule of two constraints and a rollout. */
    static final List<FlagSpec> MANY_FLAGS = many();

    /** The subjects, evaluated in turn so that branch prediction does not help. A power of two. */
    static final List<Subject> SUBJECTS = subjects();

    private Workload() {}

    /** A flag that is on for the subjects its rule matches; without a rule, for everybody. */
    record FlagSpec(int id, String key, @Nullable RuleSpec rule) {
        /** The percentage of subjects with these attributes that the flag is on for. */
        int percentFor(Subject subject) {
            return rule == null ? 100 : rule.percentFor(subject);
        }
    }

    /** A rule: constraints that must all hold, and a rollout by the subject's id. */
    record RuleSpec(List<ConstraintSpec> constraints, int percent) {
        int percentFor(Subject subject) {
            return constraints.stream().allMatch(constraint -> constraint.holdsFor(subject)) ? percent : 0;
        }
    }

    /** A comparison of one attribute with values. */
    record ConstraintSpec(String attribute, Comparison comparison, List<String> values) {
        /** The comparisons that every engine supports. */
        enum Comparison {
            ONE_OF,
            AT_LEAST
        }

        static ConstraintSpec oneOf(String attribute, String... values) {
            return new ConstraintSpec(attribute, Comparison.ONE_OF, List.of(values));
        }

        boolean holdsFor(Subject subject) {
            String actual = subject.attribute(attribute);
            return switch (comparison) {
                case ONE_OF -> values.contains(actual);
                case AT_LEAST -> Integer.parseInt(actual) >= Integer.parseInt(values.get(0));
            };
        }
    }

    /** A subject for which flags are evaluated. */
    record Subject(String id, String country, String plan, int age) {
        String attribute(String name) {
            return switch (name) {
                case "country" -> country;
                case "plan" -> plan;
                case "age" -> Integer.toString(age);
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    private static List<FlagSpec> many() {
        Random random = new Random(20_261_101);
        List<FlagSpec> flags = new ArrayList<>(FLAGS);
        for (int i = 0; i < FLAGS; i++) {
            RuleSpec rule = i % FLAGS_IN_A_ROUND < RULED_IN_A_ROUND ? randomRule(random) : null;
            flags.add(new FlagSpec(100 + i, "flag-" + i, rule));
        }
        return flags;
    }

    /** A rule on the country and on the plan or age, with a random rollout. */
    static RuleSpec randomRule(Random random) {
        ConstraintSpec country =
                new ConstraintSpec("country", ConstraintSpec.Comparison.ONE_OF, randomSubset(COUNTRIES, 3, random));
        ConstraintSpec second = random.nextBoolean()
                ? new ConstraintSpec("plan", ConstraintSpec.Comparison.ONE_OF, randomSubset(PLANS, 2, random))
                : new ConstraintSpec(
                        "age", ConstraintSpec.Comparison.AT_LEAST, List.of(Integer.toString(20 + random.nextInt(40))));
        return new RuleSpec(List.of(country, second), 1 + random.nextInt(99));
    }

    private static List<String> randomSubset(List<String> all, int count, Random random) {
        return random.ints(0, all.size())
                .distinct()
                .limit(count)
                .mapToObj(all::get)
                .toList();
    }

    private static List<Subject> subjects() {
        return IntStream.range(0, 64)
                .mapToObj(i -> new Subject(
                        "user-" + (4711 + i * 7), COUNTRIES.get(i % 3), PLANS.get(i % 2), 18 + (i * 13) % 60))
                .toList();
    }
}
