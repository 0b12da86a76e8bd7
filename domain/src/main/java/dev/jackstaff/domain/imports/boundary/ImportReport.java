package dev.jackstaff.domain.imports.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.segment.SegmentKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The results of an import, in the order of the batch.
 *
 * @param otherFlags the project's flags that are not archived and not in the batch; they stay as they are
 */
public record ImportReport(
        Map<SegmentKey, ImportResult> segments, Map<FlagKey, ImportResult> flags, List<FlagKey> otherFlags) {
    public ImportReport {
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
        flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
        otherFlags = List.copyOf(otherFlags);
    }

    /** The result of a flag of the batch. */
    public ImportResult flag(FlagKey key) {
        return Objects.requireNonNull(flags.get(key), key.value());
    }

    /** The result of a segment of the batch. */
    public ImportResult segment(SegmentKey key) {
        return Objects.requireNonNull(segments.get(key), key.value());
    }
}
