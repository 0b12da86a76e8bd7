package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.Legible;
import dev.jackstaff.protocols.ExportedFlag;
import dev.jackstaff.protocols.Fidelity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is said of one flag's export. */
final class Notes {
    private final Set<String> approximations = new LinkedHashSet<>();

    /** Something because of which the feature may answer otherwise than the flag. */
    void approximated(String sentence) {
        approximations.add(Legible.line(sentence));
    }

    ExportedFlag of(String key) {
        List<String> sentences = new ArrayList<>(approximations);
        return new ExportedFlag(key, sentences.isEmpty() ? Fidelity.EXACT : Fidelity.APPROXIMATED, sentences);
    }
}
