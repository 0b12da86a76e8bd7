package dev.jackstaff.admin.usage;

import dev.jackstaff.admin.chart.Counts;
import dev.jackstaff.admin.sentence.Percent;
import java.util.List;

/**
 * How often a flag was answered with one variant.
 *
 * @param style the number of the variant's colour, or {@code none}, or {@code other}
 * @param counts slot by slot
 * @param before the sum of the period before
 */
public record Series(String name, String style, List<Long> counts, long before) {
    public Series {
        counts = List.copyOf(counts);
    }

    /** How often in all slots together. */
    public long sum() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The sum, short. */
    public String sumText() {
        return Counts.compact(sum());
    }

    /** The share of a sum, without the unit. */
    static String share(long part, long whole) {
        return Percent.of(Math.round(10 * 100.0 * part / Math.max(1, whole)), 1000)
                .replaceFirst("\\u00a0%$", "");
    }
}
