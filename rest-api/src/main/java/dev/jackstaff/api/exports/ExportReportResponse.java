package dev.jackstaff.api.exports;

import dev.jackstaff.protocols.export.ExportedFlag;
import dev.jackstaff.protocols.export.Fidelity;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The fidelity of an export, flag by flag.
 *
 * @param revision the revision of the environment, which the document names in its header {@code Jackstaff-Revision}
 * @param exact the number of flags that evaluate as in Jackstaff
 * @param approximated the number of flags in the document that may evaluate differently
 * @param leftOut the number of flags that are not in the document
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
     * The fidelity of one flag.
     *
     * @param fidelity {@code exact}, {@code approximated} or {@code left_out}
     * @param notes the differences that clients of the other system see
     */
    public record Flag(
            String key,
            @Schema(enumeration = {"exact", "approximated", "left_out"}) String fidelity,
            List<String> notes) {
        public Flag {
            notes = List.copyOf(notes);
        }

        static Flag of(ExportedFlag flag) {
            return new Flag(flag.key(), flag.fidelity().name().toLowerCase(Locale.ROOT), flag.notes());
        }
    }
}
