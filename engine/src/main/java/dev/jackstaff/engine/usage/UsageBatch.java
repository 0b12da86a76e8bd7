package dev.jackstaff.engine.usage;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an edge counted in some seconds. It arrives at least once; edge and sequence together tell that it arrived before.
 *
 * @param edge the id of the edge that counted
 * @param sequence rises with each batch of the edge
 * @param dropped how many evaluations the edge could not count, or had to throw away before they could be sent
 */
public record UsageBatch(
        String edge,
        long sequence,
        Instant createdAt,
        long dropped,
        List<UsageEntry> entries,
        List<ClientReport> reports) {
    private static final int LONGEST_ID = 200;

    public UsageBatch {
        if (!isEdgeId(edge)) {
            throw new IllegalArgumentException(
                    "an edge's id has 1 to " + LONGEST_ID + " letters, digits and . _ : ~ -");
        }
        if (sequence < 0 || dropped < 0) {
            throw new IllegalArgumentException("sequence and dropped are not negative");
        }
        entries = List.copyOf(entries);
        reports = List.copyOf(reports);
    }

    /** Whether a text can be the id of an edge. */
    public static boolean isEdgeId(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_ID
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "._:~-".indexOf(c) >= 0);
    }

    /** Whether it speaks of no other environments, {@code project/environment}. */
    public boolean isWithin(Predicate<String> within) {
        return entries.stream().map(UsageEntry::environment).allMatch(within)
                && reports.stream().map(ClientReport::environment).allMatch(within);
    }

    /** The same batch without what it says of other environments; what was counted there is dropped. */
    public UsageBatch restrictedTo(Predicate<String> within) {
        List<UsageEntry> kept = entries.stream()
                .filter(entry -> within.test(entry.environment()))
                .toList();
        long left = entries.stream().mapToLong(UsageEntry::evaluations).sum()
                - kept.stream().mapToLong(UsageEntry::evaluations).sum();
        return new UsageBatch(
                edge,
                sequence,
                createdAt,
                dropped + left,
                kept,
                reports.stream()
                        .filter(report -> within.test(report.environment()))
                        .toList());
    }

    /** How many evaluations it tells of, those included that were not counted. */
    public long evaluations() {
        return dropped + entries.stream().mapToLong(UsageEntry::evaluations).sum();
    }
}
