package dev.jackstaff.domain.imports;

import dev.jackstaff.engine.PrintableText;
import java.util.List;

/**
 * The result of importing one flag or segment.
 *
 * @param notes one plain sentence for each difference from what was imported; the reason if it is refused
 */
public record ImportResult(ImportOutcome outcome, List<String> notes) {
    public ImportResult {
        notes = notes.stream().map(PrintableText::singleLine).toList();
    }

    /**
     * The result of a flag or segment that the project cannot take.
     *
     * @param exists whether the project has it already
     * @param reason a clause that says why
     */
    public static ImportResult refused(boolean exists, String reason) {
        return new ImportResult(
                ImportOutcome.REFUSED, List.of((exists ? "It stays as it was: " : "It is left out: ") + reason + "."));
    }

    /** The result without a difference. */
    public static ImportResult of(ImportOutcome outcome) {
        return new ImportResult(outcome, List.of());
    }
}
