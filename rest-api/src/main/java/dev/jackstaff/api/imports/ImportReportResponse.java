package dev.jackstaff.api.imports;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.imports.boundary.ImportReport;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.protocols.unleash.conversion.ConversionStatus;
import dev.jackstaff.protocols.unleash.conversion.ConvertedFlag;
import dev.jackstaff.protocols.unleash.conversion.ConvertedSegment;
import dev.jackstaff.protocols.unleash.conversion.UnleashConversion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The report of an import, flag by flag in the order of the document.
 *
 * @param notes notes about the document as a whole
 * @param absent the keys of the project's flags that the document does not have; they stay as they are
 * @param taken the number of flags imported as they are
 * @param changed the number of flags imported with differences
 * @param lost the number of flags left out
 */
public record ImportReportResponse(
        List<ImportItemResponse> flags,
        List<ImportItemResponse> segments,
        List<String> notes,
        List<String> absent,
        long taken,
        long changed,
        long lost,
        boolean dryRun) {
    public ImportReportResponse {
        flags = List.copyOf(flags);
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
        absent = List.copyOf(absent);
    }

    static ImportReportResponse of(UnleashConversion form, ImportReport done, boolean dryRun) {
        List<ImportItemResponse> flags =
                form.flags().stream().map(flag -> of(flag, done)).toList();
        return new ImportReportResponse(
                flags,
                form.segments().stream().map(segment -> of(segment, done)).toList(),
                form.notes(),
                absent(form, done),
                count(flags, ConversionStatus.TAKEN),
                count(flags, ConversionStatus.CHANGED),
                count(flags, ConversionStatus.LOST),
                dryRun);
    }

    private static ImportItemResponse of(ConvertedFlag flag, ImportReport done) {
        ImportResult stored = flag.definition().isEmpty() ? null : done.flags().get(new FlagKey(flag.key()));
        return ImportItemResponse.of(flag.key(), flag.status(), flag.notes(), stored);
    }

    private static ImportItemResponse of(ConvertedSegment segment, ImportReport done) {
        return ImportItemResponse.of(
                segment.key(),
                segment.status(),
                segment.notes(),
                done.segments().get(new SegmentKey(segment.key())));
    }

    private static List<String> absent(UnleashConversion form, ImportReport done) {
        Set<String> present = form.flags().stream().map(ConvertedFlag::key).collect(Collectors.toSet());
        return done.otherFlags().stream()
                .map(FlagKey::value)
                .filter(key -> !present.contains(key))
                .toList();
    }

    private static long count(List<ImportItemResponse> flags, ConversionStatus status) {
        return flags.stream().filter(flag -> flag.has(status)).count();
    }
}
