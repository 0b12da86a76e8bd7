package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.protocols.export.ExportedFlag;
import dev.jackstaff.protocols.export.Fidelity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The notes of one flag's export. */
final class FlagsmithExportNotes {
    private final Set<String> approximations = new LinkedHashSet<>();

    /** Adds a reason why the feature may evaluate differently from the flag. */
    void addApproximation(String sentence) {
        approximations.add(PrintableText.singleLine(sentence));
    }

    ExportedFlag toExportedFlag(String key) {
        List<String> sentences = new ArrayList<>(approximations);
        return new ExportedFlag(key, sentences.isEmpty() ? Fidelity.EXACT : Fidelity.APPROXIMATED, sentences);
    }
}
