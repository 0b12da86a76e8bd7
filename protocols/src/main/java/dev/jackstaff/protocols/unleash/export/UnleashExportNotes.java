package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.protocols.export.ExportedFlag;
import dev.jackstaff.protocols.export.Fidelity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The notes of one flag's export. */
final class UnleashExportNotes {
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<String> approximations = new LinkedHashSet<>();

    /** Adds a difference that is inherent in Unleash, while the flag is as exact as it can be. */
    void addRemark(String sentence) {
        remarks.add(PrintableText.singleLine(sentence));
    }

    /** Adds a reason why the feature may evaluate differently from the flag. */
    void addApproximation(String sentence) {
        approximations.add(PrintableText.singleLine(sentence));
    }

    ExportedFlag toExportedFlag(String key) {
        List<String> sentences = new ArrayList<>(approximations);
        sentences.addAll(remarks);
        return new ExportedFlag(key, approximations.isEmpty() ? Fidelity.EXACT : Fidelity.APPROXIMATED, sentences);
    }
}
