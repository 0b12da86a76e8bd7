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
}
