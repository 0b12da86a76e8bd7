package dev.jackstaff.domain.imports;

import dev.jackstaff.domain.segment.boundary.NewSegment;
import java.util.List;

/**
 * The flags and segments of one import, each key once. Flags and segments may refer to each other in any order. What
 * the project cannot take is left out; the rest is applied in one transaction.
 */
public record ImportBatch(List<NewSegment> segments, List<ImportedFlag> flags) {
    public ImportBatch {
        segments = List.copyOf(segments);
        flags = List.copyOf(flags);
        requireDistinct("segments", segments.stream().map(NewSegment::key).toList());
        requireDistinct("flags", flags.stream().map(ImportedFlag::key).toList());
    }

    private static void requireDistinct(String what, List<?> keys) {
        if (keys.stream().distinct().count() < keys.size()) {
            throw new IllegalArgumentException("two " + what + " of an import must not have the same key");
        }
    }
}
