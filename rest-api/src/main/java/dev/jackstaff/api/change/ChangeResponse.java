package dev.jackstaff.api.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.change.InstructionWriter;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.engine.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a change did, or would do.
 *
 * @param dryRun whether nothing was changed
 * @param revision the revision after it of the environment that the request names; left out if it names none
 * @param revisions the revision of each environment after it
 * @param projectRevision the revision of the project after it
 * @param sentences what each instruction does, for people
 * @param effects what differs, before and after, as in the audit trail
 * @param moves who is answered with another variant, by flag and environment whose settings differ
 * @param warnings what people should look at, though it is allowed: values in rules that an attribute cannot have
 * @param undo the instructions that take it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeResponse(
        boolean dryRun,
        @Nullable Long revision,
        Map<String, Long> revisions,
        long projectRevision,
        List<String> sentences,
        List<Effect> effects,
        List<MovementResponse> moves,
        List<String> warnings,
        @Schema(type = SchemaType.ARRAY, implementation = InstructionBody.class) List<JsonText> undo) {
    public ChangeResponse {
        revisions = Collections.unmodifiableMap(new LinkedHashMap<>(revisions));
        sentences = List.copyOf(sentences);
        effects = List.copyOf(effects);
        moves = List.copyOf(moves);
        warnings = List.copyOf(warnings);
        undo = List.copyOf(undo);
    }

    /**
     * What differs: a flag, its settings in an environment, a segment, an attribute, an environment or the project, before and after.
     *
     * @param action what happened to it, as the audit trail says it: {@code created}, {@code updated} ...
     * @param resource {@code flag}, {@code flag state}, {@code segment}, {@code attribute}, {@code environment} or {@code project}
     * @param key its key; of settings, the key of the flag
     * @param environment the environment of settings; left out for what all environments share
     */
    public record Effect(
            String action,
            String resource,
            String key,
            @Nullable String environment,
            @Nullable JsonText before,
            @Nullable JsonText after) {
        static Effect of(AuditChange change) {
            AuditChange.Subject subject = change.subject();
            return new Effect(
                    change.action(),
                    subject.resource(),
                    subject.key(),
                    subject.environment().isEmpty() ? null : subject.environment(),
                    json(change.before()),
                    json(change.after()));
        }

        private static @Nullable JsonText json(@Nullable String text) {
            return text == null ? null : JsonText.parse(text);
        }
    }

    static ChangeResponse of(ChangeResult result, @Nullable String environment, boolean dryRun) {
        Map<String, Long> revisions = new LinkedHashMap<>();
        result.revisions().forEach((key, revision) -> revisions.put(key.value(), revision));
        return new ChangeResponse(
                dryRun,
                environment == null ? null : revisions.get(environment),
                revisions,
                result.projectRevision(),
                result.sentences(),
                result.effects().stream().map(Effect::of).toList(),
                result.movements().stream().map(MovementResponse::of).toList(),
                result.warnings(),
                result.inverse().stream()
                        .map(step -> JsonText.parse(InstructionWriter.write(step)))
                        .toList());
    }
}
