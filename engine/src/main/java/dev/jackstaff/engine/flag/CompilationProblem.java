package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.PrintableText;

/**
 * A part of a rule document that could not be compiled.
 *
 * @param flag the flag's key; the flag answers with an error, or lacks the part, as its dialect prescribes
 * @param place the part of the flag: a rule by its number from 1, a segment, a variant; empty for the flag itself
 */
public record CompilationProblem(String flag, String place, String reason) {
    public CompilationProblem {
        place = PrintableText.singleLine(place);
        reason = PrintableText.singleLine(reason);
    }

    /** The reason in one sentence, with the place. */
    public String message() {
        return (place.isEmpty() ? "" : place + ": ") + reason;
    }
}
