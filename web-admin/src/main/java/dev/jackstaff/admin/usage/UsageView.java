package dev.jackstaff.admin.usage;

import dev.jackstaff.admin.chart.Counts;
import dev.jackstaff.admin.chart.StackedBars;
import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.usage.FlagUsageView;
import dev.jackstaff.domain.usage.UsageQuery;
import dev.jackstaff.domain.usage.boundary.UsageStatistics;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How often a flag was evaluated in the environment that the address names, by variant. */
@Named
@RequestScoped
public class UsageView {
    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    UsageStatistics statistics;

    @Inject
    UsageMarks marks;

    @Inject
    Clock clock;

    private @Nullable Instant now;
    private @Nullable FlagUsageView usage;
    private @Nullable List<Series> series;

    /** The period that the address names. */
    public Period getPeriod() {
        return Period.named(here.parameter("period"));
    }

    public Period[] getPeriods() {
        return Period.values();
    }

    private Instant end() {
        return getPeriod().end(getTo());
    }

    /** The beginning of the period. */
    public Instant getFrom() {
        return end().minus(getPeriod().length());
    }

    /** The time at which the page was asked for. */
    public Instant getTo() {
        if (now == null) {
            now = clock.instant();
        }
        return now;
    }

    private List<Instant> slots() {
        return getPeriod().slots(end());
    }

    /** The counts of the period and of the one before it. */
    private FlagUsageView usage() {
        if (usage == null) {
            UsageQuery query = new UsageQuery(
                    Optional.of(here.environmentKey()),
                    getFrom().minus(getPeriod().length()),
                    end(),
                    getPeriod().interval());
            usage = statistics.ofFlag(here.projectKey(), frame.key(), query);
        }
        return usage;
    }

    /** The beginning of the latest hour in which the flag was evaluated in any environment; null if it never was. */
    public @Nullable Instant getLastSeen() {
        return usage().lastSeenAt().orElse(null);
    }

    /** Whether all counts are shown; there may be too many. */
    public boolean isComplete() {
        return usage().complete();
    }

    /** The series that were evaluated, and all variants of the flag. */
    public List<Series> getSeries() {
        if (series == null) {
            series = read();
        }
        return series;
    }

    private List<Series> read() {
        List<FlagVariant> variants = frame.getFlag().variants();
        VariantColours colours = new VariantColours(variants);
        List<String> keys = variants.stream().map(FlagVariant::key).toList();
        List<Series> found = new ArrayList<>();
        keys.forEach(key -> found.add(series(key, String.valueOf(colours.number(key)), key::equals)));
        Series none = series(MessageBundle.format("usage.none"), "none", String::isEmpty);
        Series other = series(
                MessageBundle.format("usage.other"), "other", variant -> !variant.isEmpty() && !keys.contains(variant));
        List.of(none, other).stream().filter(some -> some.sum() > 0).forEach(found::add);
        return List.copyOf(found);
    }

    private Series series(String name, String style, Predicate<String> variant) {
        List<Instant> slots = slots();
        long[] counts = new long[slots.size()];
        long before = 0;
        for (FlagUsageView.Item item : usage().items()) {
            if (variant.test(item.variant())) {
                int slot = slots.indexOf(item.at());
                if (slot >= 0) {
                    counts[slot] += item.evaluations();
                } else {
                    before += item.evaluations();
                }
            }
        }
        return new Series(name, style, Arrays.stream(counts).boxed().toList(), before);
    }

    private long sum() {
        return getSeries().stream().mapToLong(Series::sum).sum();
    }

    private long before() {
        return getSeries().stream().mapToLong(Series::before).sum();
    }

    /** Whether nobody asked in the period. */
    public boolean isUnused() {
        return sum() == 0;
    }

    /** All evaluations, short. */
    public String getTotal() {
        return Counts.compact(sum());
    }

    /** How much more or less that is than in the period before; empty if there was nothing. */
    public String getTrend() {
        if (before() == 0) {
            return "";
        }
        long percent = Math.round(100.0 * (sum() - before()) / before());
        return MessageBundle.format(
                "usage.trend",
                (percent > 0 ? "+" : "") + percent,
                MessageBundle.format("usage.over." + getPeriod().getLabel()));
    }

    /** The shares of the variants, the greatest first. */
    public List<UsageTile> getTiles() {
        return getSeries().stream()
                .filter(some -> some.sum() > 0)
                .sorted((one, other) -> Long.compare(other.sum(), one.sum()))
                .limit(2)
                .map(some -> UsageTile.of(some, sum(), before()))
                .toList();
    }

    /** The shares of applications, the greatest first. */
    public List<ClientShare> getApplications() {
        return ClientShare.of(current(), FlagUsageView.Item::application);
    }

    /** The shares of SDKs and their versions, the greatest first. */
    public List<ClientShare> getSdks() {
        return ClientShare.of(current(), FlagUsageView.Item::sdk);
    }

    private List<FlagUsageView.Item> current() {
        return usage().items().stream()
                .filter(item -> !item.at().isBefore(getFrom()))
                .toList();
    }

    /** The changes of the flag in the period, earliest first. */
    public List<UsageMark> getMarks() {
        return marks.between(getFrom(), getTo());
    }

    public StackedBars getChart() {
        List<StackedBars.Slot> bars = new ArrayList<>();
        for (Row row : getRows()) {
            bars.add(new StackedBars.Slot(row.time(), row.counts()));
        }
        double length = getPeriod().length().toSeconds();
        List<Double> moments = getMarks().stream()
                .map(mark -> (mark.at().getEpochSecond() - getFrom().getEpochSecond()) / length)
                .toList();
        List<String> styles =
                getSeries().stream().map(some -> "f" + some.style()).toList();
        String label = MessageBundle.format(
                "usage.chart",
                getTotal(),
                MessageBundle.format("usage.over." + getPeriod().getLabel()),
                moments.size());
        return StackedBars.of(label, bars, styles, moments);
    }

    /** A slot with a count for each series. */
    public record Row(String time, List<Long> counts) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    public List<Row> getRows() {
        List<Instant> slots = slots();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            int slot = i;
            rows.add(new Row(
                    getPeriod().words(slots.get(i)),
                    getSeries().stream().map(some -> some.counts().get(slot)).toList()));
        }
        return rows;
    }
}
