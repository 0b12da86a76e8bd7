package dev.jackstaff.api.exports;

import dev.jackstaff.protocols.export.ExportedFlag;
import dev.jackstaff.protocols.export.Fidelity;
import java.util.List;
import java.util.Locale;

/**
 * What becomes of each flag of an environment in another system's document.
 *
 * @param revision of the environment, which the document names in its header {@code Jackstaff-Revision}
 * @param exact how many flags answer there as they do here
 * @param approximated how many are there, and may answer otherwise
 * @param leftOut how many are not there
 */
public record ExportReportResponse(long revision, List<Flag> flags, long exact, long approximated, long leftOut) {
    public ExportReportResponse {
        flags = List.copyOf(flags);
    }

    static ExportReportResponse of(long revision, List<ExportedFlag> flags) {
        return new ExportReportResponse(
                revision,
                flags.stream().map(Flag::of).toList(),
                count(flags, Fidelity.EXACT),
                count(flags, Fidelity.APPROXIMATED),
                count(flags, Fidelity.LEFT_OUT));
    }

    private static long count(List<ExportedFlag> flags, Fidelity fidelity) {
        return flags.stream().filter(flag -> flag.fidelity() == fidelity).count();
    }

    /**
     * What becomes of one flag.
     *
     * @param fidelity {@code exact}, {@code approximated} or {@code left_out}
     * @param notes what clients of the other system see otherwise
     */
    public record Flag(String key, String fidelity, List<String> notes) {
        public Flag {
            notes = List.copyOf(notes);
        }

        static Flag of(ExportedFlag flag) {
            return new Flag(flag.key(), flag.fidelity().name().toLowerCase(Locale.ROOT), flag.notes());
        }
    }
}
