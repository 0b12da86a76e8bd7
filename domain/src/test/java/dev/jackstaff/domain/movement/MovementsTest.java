package dev.jackstaff.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.bucketing.Murmur3Bucketing;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MovementsTest {
    private static final FlagKey FLAG = new FlagKey("checkout");
    private static final ConditionDefinition SWEDES = ConditionDefinition.Comparison.of("country", Operator.IN, "SE");
    private static final ConditionDefinition NORWEGIANS =
            ConditionDefinition.Comparison.of("country", Operator.IN, "NO");

    @Test
    void aRolloutThatIsRaisedMovesTheDifference() {
        assertThat(Movements.between(FLAG, rolledOut(1000, ""), rolledOut(2500, "")))
                .containsExactly(new Movement("r", "Swedes", Optional.of(Share.of(15, 100))));
        assertThat(Movements.between(FLAG, rolledOut(2500, ""), rolledOut(2500, "")))
                .isEmpty();
    }

    @Test
    void anotherGroupMovesThoseWhoWereChosenByOneAndAreNotByTheOther() {
        assertThat(Movements.between(FLAG, rolledOut(2500, ""), rolledOut(2500, "other")))
                .containsExactly(new Movement("r", "Swedes", Optional.of(Share.of(2 * 25 * 75, 10_000))));
    }

    private static FlagStateDetails rolledOut(int basisPoints, String group) {
        return on(
                new Serve("off"), rule(SWEDES, new RolloutDefinition(basisPoints, "default", group), new Serve("on")));
    }

    @Test
    void weightsThatChangeMoveWhoeverLiesBetween() {
        FlagStateDetails before = on(split(50, 50, ""));
        assertThat(Movements.between(FLAG, before, on(split(75, 25, ""))))
                .containsExactly(new Movement("", "", Optional.of(Share.of(25, 100))));
        assertThat(Movements.between(FLAG, before, on(split(1, 1, ""))))
                .extracting(Movement::share)
                .allMatch(Optional::isPresent);
        assertThat(Movements.between(FLAG, before, on(new Serve("on"))))
                .containsExactly(new Movement("", "", Optional.of(Share.of(1, 2))));
    }

    @Test
    void turningAFlagOnMovesWhoeverIsServedAnother() {
        FlagStateDetails on = rolledOut(2500, "");
        FlagStateDetails off = new FlagStateDetails(false, "off", on.fallthrough(), on.rules());

        assertThat(Movements.between(FLAG, off, on))
                .containsExactly(new Movement("r", "Swedes", Optional.of(Share.of(1, 4))));
    }

    @Test
    void aChangedConditionDependsOnTheContext() {
        FlagStateDetails before = rolledOut(2500, "");
        FlagStateDetails after =
                on(new Serve("off"), rule(NORWEGIANS, before.rules().get(0).rollout(), new Serve("on")));

        assertThat(Movements.between(FLAG, before, after))
                .containsExactly(new Movement("r", "Swedes", Optional.empty()));
    }

    @Test
    void theShareIsThatOfAllBucketsExactly() {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            Split then = split(1 + random.nextInt(30), random.nextInt(30), "");
            Split now = split(1 + random.nextInt(30), random.nextInt(30), "");
            int totalThen = total(then);
            int totalNow = total(now);
            long moved = 0;
            long all = (long) totalThen * totalNow;
            for (long hash = 0; hash < all; hash++) {
                boolean one = hash % totalThen + 1 <= then.variants().get(0).weight();
                boolean two = hash % totalNow + 1 <= now.variants().get(0).weight();
                moved += one == two ? 0 : 1;
            }

            Share expected = Share.of(moved, all);
            List<Movement> movements = Movements.between(FLAG, on(then), on(now));

            assertThat(
                            movements.isEmpty()
                                    ? Share.NONE
                                    : movements.get(0).share().orElseThrow())
                    .isEqualTo(expected);
        }
    }

    private static int total(Split split) {
        return split.variants().stream().mapToInt(WeightedVariant::weight).sum();
    }

    @Test
    void theShareIsThatOfManySubjectsNearly() {
        Random random = new Random(8);
        for (int i = 0; i < 12; i++) {
            FlagStateDetails before = anySettings(random);
            FlagStateDetails after = anySettings(random);
            Flag then = compiled(before);
            Flag now = compiled(after);
            for (String country : List.of("SE", "DE")) {
                int moved = 0;
                for (int subject = 0; subject < 100_000; subject++) {
                    EvaluationContext context = EvaluationContext.builder()
                            .attribute("targetingKey", "s" + random.nextLong())
                            .attribute("account", "a" + random.nextLong())
                            .attribute("country", country)
                            .build();
                    moved += variant(then, context).equals(variant(now, context)) ? 0 : 1;
                }
                String rule = country.equals("SE") ? "r" : "";
                double share = Movements.between(FLAG, before, after).stream()
                        .filter(movement -> movement.rule().equals(rule))
                        .findFirst()
                        .flatMap(Movement::share)
                        .map(Share::value)
                        .orElse(0.0);

                assertThat(share).describedAs(before + " to " + after).isCloseTo(moved / 100_000.0, within(0.005));
            }
        }
    }

    private static String variant(Flag flag, EvaluationContext context) {
        return String.valueOf(flag.evaluate(context).variant());
    }

    private static FlagStateDetails anySettings(Random random) {
        RuleDefinition rule = rule(
                SWEDES,
                new RolloutDefinition(random.nextInt(10_001), stickiness(random), random.nextBoolean() ? "" : "g"),
                outcome(random));
        return on(outcome(random), rule);
    }

    private static String stickiness(Random random) {
        return random.nextBoolean() ? "default" : "account";
    }

    private static OutcomeDefinition outcome(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Serve("on");
            case 1 -> new Serve("off");
            default ->
                new Split(
                        List.of(
                                new WeightedVariant("on", 1 + random.nextInt(200)),
                                new WeightedVariant("off", random.nextInt(200))),
                        stickiness(random),
                        random.nextBoolean() ? "" : "g");
        };
    }

    private static Flag compiled(FlagStateDetails settings) {
        return SnapshotCompiler.compile(
                        List.of(new FlagDefinition(
                                FLAG.value(),
                                ValueType.BOOLEAN,
                                settings.enabled(),
                                false,
                                List.of(
                                        new VariantDefinition("on", Value.of(true)),
                                        new VariantDefinition("off", Value.of(false))),
                                settings.offVariant(),
                                settings.fallthrough(),
                                List.of(),
                                settings.rules(),
                                Murmur3Bucketing.NAME)),
                        List.of())
                .flags()
                .get(0);
    }

    private static FlagStateDetails on(OutcomeDefinition fallthrough, RuleDefinition... rules) {
        return new FlagStateDetails(true, "off", fallthrough, List.of(rules));
    }

    private static Split split(int on, int off, String group) {
        return new Split(
                new ArrayList<>(List.of(new WeightedVariant("on", on), new WeightedVariant("off", off))),
                "default",
                group);
    }

    private static RuleDefinition rule(
            ConditionDefinition condition, RolloutDefinition rollout, OutcomeDefinition outcome) {
        return new RuleDefinition("r", "Swedes", "", true, condition, rollout, outcome);
    }
}
