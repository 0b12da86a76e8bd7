package dev.jackstaff.protocols.unleash;

import java.util.ArrayList;
import java.util.List;

/** What a person is told of one conversion. Without a note, nothing differs. */
final class Notes {
    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    Outcome outcome() {
        return sentences.isEmpty() ? Outcome.TAKEN : Outcome.CHANGED;
    }
}
