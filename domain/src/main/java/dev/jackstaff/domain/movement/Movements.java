package dev.jackstaff.domain.movement;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.movement.BucketCells.Cell;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who would be answered with another variant after a change of a flag's settings. The shares are exact: they are counted
 * over all buckets, as the bucketing {@code murmur3/1} has them. They hold while prerequisites are met, and for subjects
 * that have the attribute that stickiness names.
 */
public final class Movements {
    /** So many combinations of cells are counted at most; beyond them it depends on the context. */
    private static final long MAX_COMBINATIONS = 200_000;

    private Movements() {}

    /** The movements between two settings, by rule; those of nobody are left out. */
    public static List<Movement> between(FlagKey flag, FlagStateDetails before, FlagStateDetails after) {
        List<Movement> movements = new ArrayList<>();
        rules(before, after).forEach((id, rule) -> {
            if (isConditionChanged(id, before, after)) {
                movements.add(new Movement(id, rule.name(), Optional.empty()));
            } else if (!rule.condition().equals(ConditionDefinition.ALWAYS)) {
                add(movements, id, rule.name(), share(flag, before, after, id));
            }
        });
        add(movements, "", "", share(flag, before, after, ""));
        return movements;
    }

    private static void add(List<Movement> movements, String rule, String name, Optional<Share> share) {
        if (share.isEmpty() || !share.get().isNone()) {
            movements.add(new Movement(rule, name, share));
        }
    }

    private static Map<String, RuleDefinition> rules(FlagStateDetails before, FlagStateDetails after) {
        Map<String, RuleDefinition> rules = new LinkedHashMap<>();
        after.rules().forEach(rule -> rules.put(rule.id(), rule));
        before.rules().forEach(rule -> rules.putIfAbsent(rule.id(), rule));
        return rules;
    }

    private static boolean isConditionChanged(String id, FlagStateDetails before, FlagStateDetails after) {
        Optional<RuleDefinition> then = rule(id, before);
        Optional<RuleDefinition> now = rule(id, after);
        boolean decides = (before.enabled()
                        && then.filter(RuleDefinition::enabled).isPresent())
                || (after.enabled() && now.filter(RuleDefinition::enabled).isPresent());
        return decides
                && then.isPresent()
                && now.isPresent()
                && !then.get().condition().equals(now.get().condition());
    }

    private static Optional<RuleDefinition> rule(String id, FlagStateDetails settings) {
        return settings.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static Optional<Share> share(FlagKey flag, FlagStateDetails before, FlagStateDetails after, String rule) {
        Decision then = new Decision(flag.value(), before, rule);
        Decision now = new Decision(flag.value(), after, rule);
        Map<BucketSource, BucketCells> sources = new LinkedHashMap<>();
        then.cut(sources);
        now.cut(sources);
        Map<BucketSource, List<Cell>> cells = new LinkedHashMap<>();
        sources.forEach((source, cut) -> cells.put(source, cut.cells()));
        long combinations = 1;
        for (List<Cell> some : cells.values()) {
            combinations *= some.size();
            if (combinations == 0 || combinations > MAX_COMBINATIONS) {
                return Optional.empty();
            }
        }
        return Optional.of(new Counting(then, now, List.copyOf(cells.entrySet())).count(0, Share.ALL));
    }

    /** The sum of the shares of all combinations of cells in which the two decide otherwise. */
    private static final class Counting {
        private final Decision then;
        private final Decision now;
        private final List<Map.Entry<BucketSource, List<Cell>>> sources;
        private final Map<BucketSource, Cell> chosen = new HashMap<>();

        Counting(Decision then, Decision now, List<Map.Entry<BucketSource, List<Cell>>> sources) {
            this.then = then;
            this.now = now;
            this.sources = sources;
        }

        Share count(int next, Share share) {
            if (share.isNone()) {
                return Share.NONE;
            }
            if (next == sources.size()) {
                return then.variant(chosen).equals(now.variant(chosen)) ? Share.NONE : share;
            }
            Share sum = Share.NONE;
            for (Cell cell : sources.get(next).getValue()) {
                chosen.put(sources.get(next).getKey(), cell);
                sum = sum.plus(count(next + 1, share.times(cell.share())));
            }
            return sum;
        }
    }
}
