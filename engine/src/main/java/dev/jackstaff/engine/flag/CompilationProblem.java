package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.PrintableText;

/**
 * Something in a rule document that could not be compiled.
 *
 * @param flag the flag concerned: it answers with an error, or the part of it is missing, as its dialect prescribes
 * @param place which part of it: a rule by its number from 1, a segment, a variant; empty for the flag itself
 */
public record CompilationProblem(String flag, String place, String reason) {
    public CompilationProblem {
        place = PrintableText.singleLine(place);
        reason = PrintableText.singleLine(reason);
    }

    /** One sentence, with the place. */
    public String message() {
        return (place.isEmpty() ? "" : place + ": ") + reason;
    }
}
