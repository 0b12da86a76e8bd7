package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.Legible;
import dev.jackstaff.protocols.ExportedFlag;
import dev.jackstaff.protocols.Fidelity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is said of one flag's export. */
final class Notes {
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<String> approximations = new LinkedHashSet<>();

    /** Something that is different by nature, while the flag is as exact as it can be. */
    void remark(String sentence) {
        remarks.add(Legible.line(sentence));
    }

    /** Something because of which the feature may answer otherwise than the flag. */
    void approximated(String sentence) {
        approximations.add(Legible.line(sentence));
    }

    ExportedFlag of(String key) {
        List<String> sentences = new ArrayList<>(approximations);
        sentences.addAll(remarks);
        return new ExportedFlag(key, approximations.isEmpty() ? Fidelity.EXACT : Fidelity.APPROXIMATED, sentences);
    }
}
