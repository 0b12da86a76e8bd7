package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.PrintableText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The notes of one conversion. Without notes, nothing differs. */
final class ConversionNotes {
    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        sentences.add(PrintableText.singleLine(sentence));
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    ConversionStatus status() {
        return sentences.isEmpty() ? ConversionStatus.TAKEN : ConversionStatus.CHANGED;
    }
}
