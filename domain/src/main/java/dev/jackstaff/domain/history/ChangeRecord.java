package dev.jackstaff.domain.history;

import java.time.Instant;
import java.util.List;

/**
 * What a change was.
 *
 * @param reason why it was made; empty if nobody said it
 * @param ticket what asked for it; empty for nothing
 * @param sentences what each instruction did, for people
 * @param instructions a JSON array, as the API takes them
 * @param inverse the instructions that take it back, likewise
 */
public record ChangeRecord(
        long id,
        Instant at,
        String actor,
        String actorKind,
        String reason,
        String ticket,
        List<String> sentences,
        String instructions,
        String inverse) {
    public ChangeRecord {
        sentences = List.copyOf(sentences);
    }
}
