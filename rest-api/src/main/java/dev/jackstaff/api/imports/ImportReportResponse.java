package dev.jackstaff.api.imports;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.imports.boundary.ImportReport;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.protocols.unleash.conversion.ConversionStatus;
import dev.jackstaff.protocols.unleash.conversion.UnleashConversion;
import java.util.List;

/**
 * The report of an import, flag by flag in the order of the document.
 *
 * @param notes notes about the document as a whole
 * @param taken the number of flags imported as they are
 * @param changed the number of flags imported with differences
 * @param lost the number of flags left out
 */
public record ImportReportResponse(
        List<ImportItemResponse> flags,
        List<ImportItemResponse> segments,
        List<String> notes,
        long taken,
        long changed,
        long lost,
        boolean dryRun) {
    public ImportReportResponse {
        flags = List.copyOf(flags);
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
    }

    static ImportReportResponse of(UnleashConversion form, ImportReport done, boolean dryRun) {
        return new ImportReportResponse(
                form.flags().stream()
                        .map(flag -> ImportItemResponse.of(
                                flag.key(),
                                flag.status(),
                                flag.notes(),
                                flag.status() == ConversionStatus.LOST
                                        ? null
                                        : done.flags().get(new FlagKey(flag.key()))))
                        .toList(),
                form.segments().stream()
                        .map(segment -> ImportItemResponse.of(
                                segment.key(),
                                segment.status(),
                                segment.notes(),
                                done.segments().get(new SegmentKey(segment.key()))))
                        .toList(),
                form.notes(),
                form.count(ConversionStatus.TAKEN),
                form.count(ConversionStatus.CHANGED),
                form.count(ConversionStatus.LOST),
                dryRun);
    }
}
