package dev.jackstaff.api.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.engine.JsonText;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a change did, or would do.
 *
 * @param dryRun whether nothing was changed
 * @param revision the revision of the environment after it; left out if the request named none
 * @param projectRevision the revision of the project after it
 * @param sentences what each instruction does, for people
 * @param effects what differs, before and after, as in the audit trail
 * @param undo the instructions that take it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeResponse(
        boolean dryRun,
        @Nullable Long revision,
        long projectRevision,
        List<String> sentences,
        List<Effect> effects,
        @Schema(type = SchemaType.ARRAY, implementation = InstructionBody.class)
                List<Map<String, @Nullable Object>> undo) {
    public ChangeResponse {
        sentences = List.copyOf(sentences);
        effects = List.copyOf(effects);
        undo = List.copyOf(undo);
    }

    /**
     * A flag, or its settings in the environment, before and after.
     *
     * @param resource {@code flag} or {@code flag state}
     * @param key the key of the flag
     */
    public record Effect(String resource, String key, @Nullable JsonText before, @Nullable JsonText after) {
        static Effect of(AuditChange change) {
            return new Effect(
                    change.subject().resource(), change.subject().key(), json(change.before()), json(change.after()));
        }

        private static @Nullable JsonText json(@Nullable String text) {
            return text == null ? null : JsonText.parse(text);
        }
    }

    static ChangeResponse of(ChangeResult result, boolean dryRun) {
        return new ChangeResponse(
                dryRun,
                result.revision(),
                result.projectRevision(),
                result.sentences(),
                result.effects().stream().map(Effect::of).toList(),
                result.inverse().stream().map(InstructionWriter::write).toList());
    }
}
