package dev.jackstaff.protocols;

import java.util.List;

/**
 * What became of one native flag in another dialect.
 *
 * @param notes one sentence for everything that clients of the dialect see otherwise
 */
public record ExportedFlag(String key, Fidelity fidelity, List<String> notes) {
    public ExportedFlag {
        notes = List.copyOf(notes);
    }
}
