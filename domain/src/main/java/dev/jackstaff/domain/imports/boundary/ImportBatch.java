package dev.jackstaff.domain.imports.boundary;

import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.domain.segment.boundary.NewSegment;
import java.util.List;

/** The flags and segments of one import, applied all or none. Flags and segments may refer to each other in any order. */
public record ImportBatch(List<NewSegment> segments, List<ImportedFlag> flags) {
    public ImportBatch {
        segments = List.copyOf(segments);
        flags = List.copyOf(flags);
    }
}
