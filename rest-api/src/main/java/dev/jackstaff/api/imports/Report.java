package dev.jackstaff.api.imports;

import dev.jackstaff.domain.change.boundary.ImportReport;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.protocols.unleash.conversion.NativeForm;
import dev.jackstaff.protocols.unleash.conversion.Outcome;
import java.util.List;

/**
 * What an import did, flag by flag in the order of the document.
 *
 * @param notes what concerns the document as a whole
 * @param taken how many flags were taken as they are
 * @param changed how many flags are there, and differ
 * @param lost how many flags are left out
 */
public record Report(
        List<ImportedThing> flags,
        List<ImportedThing> segments,
        List<String> notes,
        long taken,
        long changed,
        long lost,
        boolean dryRun) {
    public Report {
        flags = List.copyOf(flags);
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
    }

    static Report of(NativeForm form, ImportReport done, boolean dryRun) {
        return new Report(
                form.flags().stream()
                        .map(flag -> ImportedThing.of(
                                flag.key(),
                                flag.outcome(),
                                flag.notes(),
                                flag.outcome() == Outcome.LOST
                                        ? null
                                        : done.flags().get(new FlagKey(flag.key()))))
                        .toList(),
                form.segments().stream()
                        .map(segment -> ImportedThing.of(
                                segment.key(),
                                segment.outcome(),
                                segment.notes(),
                                done.segments().get(new SegmentKey(segment.key()))))
                        .toList(),
                form.notes(),
                form.count(Outcome.TAKEN),
                form.count(Outcome.CHANGED),
                form.count(Outcome.LOST),
                dryRun);
    }
}
