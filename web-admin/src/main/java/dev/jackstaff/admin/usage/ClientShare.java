package dev.jackstaff.admin.usage;

import dev.jackstaff.admin.chart.Counts;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.usage.FlagUsageView;
import dev.jackstaff.engine.usage.EvaluationCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much of a flag's evaluations some clients had: those of an application, or with an SDK.
 *
 * @param name their name in words
 * @param most what the greatest share had
 */
public record ClientShare(String name, long evaluations, long most) {
    /** The number of shares that have a line of their own. */
    static final int SHOWN = 6;

    /**
     * The shares of counts, the greatest first; beyond some, the others are summed.
     *
     * @param name the name by which clients are told apart; empty if they do not say
     */
    static List<ClientShare> of(List<FlagUsageView.Item> items, Function<FlagUsageView.Item, String> name) {
        Map<String, Long> sums =
                items.stream().collect(Collectors.toMap(name, FlagUsageView.Item::evaluations, EvaluationCount::sum));
        List<Map.Entry<String, Long>> sorted = sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .toList();
        long most = sorted.isEmpty() ? 0 : sorted.get(0).getValue();
        List<ClientShare> shares = new ArrayList<>();
        sorted.stream()
                .limit(SHOWN)
                .forEach(sum -> shares.add(new ClientShare(
                        sum.getKey().isEmpty() ? MessageBundle.format("usage.unnamed") : sum.getKey(),
                        sum.getValue(),
                        most)));
        if (sorted.size() > SHOWN) {
            long others = EvaluationCount.sum(sorted.stream().skip(SHOWN).mapToLong(Map.Entry::getValue));
            shares.add(new ClientShare(
                    MessageBundle.format("usage.others", sorted.size() - SHOWN), others, Math.max(most, others)));
        }
        return List.copyOf(shares);
    }

    /** The evaluations, short. */
    public String text() {
        return Counts.compact(evaluations);
    }
}
