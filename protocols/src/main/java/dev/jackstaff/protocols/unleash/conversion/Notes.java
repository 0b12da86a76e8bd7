package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.Legible;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a person is told of one conversion. Without a note, nothing differs. */
final class Notes {
    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        sentences.add(Legible.line(sentence));
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    Outcome outcome() {
        return sentences.isEmpty() ? Outcome.TAKEN : Outcome.CHANGED;
    }
}
