package dev.jackstaff.api.change;

import dev.jackstaff.domain.history.ChangeRecord;
import dev.jackstaff.engine.JsonText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change that was made.
 *
 * @param actorKind {@code user}, {@code key} or {@code system}
 * @param reason why it was made; empty if nobody said it
 * @param ticket what asked for it, in another system; empty for nothing
 * @param sentences what each instruction did, for people
 * @param undo the instructions that take it back
 */
public record ChangeRecordResponse(
        long id,
        String at,
        String actor,
        String actorKind,
        String reason,
        String ticket,
        List<String> sentences,
        @Schema(type = SchemaType.ARRAY, implementation = InstructionBody.class) JsonText instructions,
        @Schema(type = SchemaType.ARRAY, implementation = InstructionBody.class) JsonText undo) {
    public ChangeRecordResponse {
        sentences = List.copyOf(sentences);
    }

    static ChangeRecordResponse of(ChangeRecord change) {
        return new ChangeRecordResponse(
                change.id(),
                change.at().toString(),
                change.actor(),
                change.actorKind(),
                change.reason(),
                change.ticket(),
                change.sentences(),
                JsonText.parse(change.instructions()),
                JsonText.parse(change.inverse()));
    }

    /** A change; null if there is none. */
    public static @Nullable ChangeRecordResponse ofNullable(@Nullable ChangeRecord change) {
        return change == null ? null : of(change);
    }
}
