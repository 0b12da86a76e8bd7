package dev.jackstaff.protocols.unleash.export;

import java.util.List;

/**
 * What became of one flag.
 *
 * @param notes one sentence for everything that Unleash's clients see otherwise; where the flag is exact, what they get while
 *     it is off
 */
public record ExportedFlag(String key, Fidelity fidelity, List<String> notes) {
    public ExportedFlag {
        notes = List.copyOf(notes);
    }
}
