package dev.jackstaff.protocols.export;

import java.util.List;

/**
 * The result of exporting one native flag to another dialect.
 *
 * @param notes one sentence for each difference that clients of the dialect see; for an exact flag, the differences
 *     inherent in the dialect
 */
public record ExportedFlag(String key, Fidelity fidelity, List<String> notes) {
    public ExportedFlag {
        notes = List.copyOf(notes);
    }

    /** A flag that is left out because it answers with an error. */
    public static ExportedFlag failing(String key, String problem) {
        return new ExportedFlag(key, Fidelity.LEFT_OUT, List.of("It answers with an error: " + problem + "."));
    }
}
