package dev.jackstaff.admin.usage;

import dev.jackstaff.admin.chart.Counts;
import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Percent;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.usage.boundary.UsageStatistics;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who gets what now: the share of each variant of a flag in this hour and the one before, in the environment of the page. */
@Named
@RequestScoped
public class ServedVariantsView {
    private static final long BAR = 1000;

    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    UsageStatistics statistics;

    @Inject
    Clock clock;

    private final LazyValue<Map<String, Long>> counts = new LazyValue<>(this::read);

    private Map<String, Long> read() {
        return statistics.byVariant(
                here.projectKey(),
                frame.key(),
                here.environmentKey(),
                clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1)));
    }

    private long total() {
        return counts.get(here).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many evaluations there were. */
    public String getTotal() {
        return Counts.compact(total());
    }

    public boolean isUnused() {
        return total() == 0;
    }

    /** The variants that were served, from left to right. */
    public List<ServedVariant> getVariants() {
        VariantColours colours = new VariantColours(frame.getFlag().variants());
        List<ServedVariant> served = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<String, Long> count : counts.get(here).entrySet()) {
            long x = place(sum);
            sum += count.getValue();
            String key = count.getKey();
            served.add(new ServedVariant(
                    key.isEmpty() ? MessageBundle.format("usage.none") : key,
                    key.isEmpty() ? "dot-none" : colours.dot(key),
                    key.isEmpty() ? "f-none" : "f" + colours.number(key),
                    x,
                    place(sum) - x,
                    share(key)));
        }
        return served;
    }

    private long place(long sum) {
        return Math.round((double) BAR * sum / total());
    }

    /** The share of a variant, for people; empty if nothing was served. */
    public String share(String variant) {
        long count = counts.get(here).getOrDefault(variant, 0L);
        return isUnused() ? "" : Percent.of(count, total());
    }

    /** What the bar shows, for who cannot see it. */
    public String getLabel() {
        return getVariants().stream()
                .map(variant -> variant.name() + " " + variant.share())
                .collect(Collectors.joining(", "));
    }
}
