package dev.jackstaff.domain.imports.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.segment.SegmentKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The results of an import, in the order of the batch. */
public record ImportReport(Map<SegmentKey, ImportOutcome> segments, Map<FlagKey, ImportOutcome> flags) {
    public ImportReport {
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
        flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    }
}
