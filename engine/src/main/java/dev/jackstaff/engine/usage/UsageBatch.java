package dev.jackstaff.engine.usage;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * A batch of evaluation counts from one edge, delivered at least once; edge and sequence identify duplicates.
 *
 * @param edge the id of the edge that counted
 * @param sequence the batch's number, rising with each batch of the edge
 * @param dropped the number of evaluations that the edge could not count or had to discard; lowered to {@link
 *     EvaluationCount#MAX} if it is greater
 */
public record UsageBatch(
        String edge,
        long sequence,
        Instant createdAt,
        long dropped,
        List<UsageEntry> entries,
        List<ClientReport> reports) {
    private static final int MAX_ID_LENGTH = 200;

    public UsageBatch {
        if (!isEdgeId(edge)) {
            throw new IllegalArgumentException(
                    "an edge id must have 1 to " + MAX_ID_LENGTH + " letters, digits and . _ : ~ -");
        }
        if (sequence < 0 || dropped < 0) {
            throw new IllegalArgumentException("sequence and dropped must not be negative");
        }
        dropped = EvaluationCount.limited(dropped);
        entries = List.copyOf(entries);
        reports = List.copyOf(reports);
    }

    /** Whether a text can be the id of an edge. */
    public static boolean isEdgeId(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_ID_LENGTH
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "._:~-".indexOf(c) >= 0);
    }

    /** Whether all entries and reports belong to environments that the predicate accepts. */
    public boolean isWithin(Predicate<String> predicate) {
        return entries.stream().map(UsageEntry::environment).allMatch(predicate)
                && reports.stream().map(ClientReport::environment).allMatch(predicate);
    }

    /**
     * A copy of this batch with only the environments that the predicate accepts; the evaluations of others are added
     * to {@code dropped}.
     */
    public UsageBatch restrictedTo(Predicate<String> predicate) {
        List<UsageEntry> accepted = entries.stream()
                .filter(entry -> predicate.test(entry.environment()))
                .toList();
        long removed = EvaluationCount.sum(entries.stream()
                .filter(entry -> !predicate.test(entry.environment()))
                .mapToLong(UsageEntry::evaluations));
        return new UsageBatch(
                edge,
                sequence,
                createdAt,
                EvaluationCount.sum(dropped, removed),
                accepted,
                reports.stream()
                        .filter(report -> predicate.test(report.environment()))
                        .toList());
    }

    /** The part of this batch that belongs to the environments that the predicate accepts, without dropped evaluations. */
    public UsageBatch only(Predicate<String> predicate) {
        return new UsageBatch(
                edge,
                sequence,
                createdAt,
                0,
                entries.stream()
                        .filter(entry -> predicate.test(entry.environment()))
                        .toList(),
                reports.stream()
                        .filter(report -> predicate.test(report.environment()))
                        .toList());
    }

    /** The number of evaluations, including the dropped ones. */
    public long evaluations() {
        return EvaluationCount.sum(dropped, EvaluationCount.sum(entries.stream().mapToLong(UsageEntry::evaluations)));
    }
}
