package dev.jackstaff.protocols.export;

import java.util.List;

/**
 * What became of one native flag in another dialect.
 *
 * @param notes one sentence for everything that clients of the dialect see otherwise; where the flag is exact, what is
 *     different by nature
 */
public record ExportedFlag(String key, Fidelity fidelity, List<String> notes) {
    public ExportedFlag {
        notes = List.copyOf(notes);
    }
}
