package dev.jackstaff.api.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.change.InstructionWriter;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.JsonText;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Edits of a flag that the user has not saved yet.
 *
 * @param environment where settings are edited; left out for what all environments share
 * @param base the revision of the environment, or of the project, that the draft was begun at
 * @param changes the shortest list of instructions with the effect of all edits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftResponse(
        String project,
        String flag,
        @Nullable String environment,
        long base,
        @Schema(type = SchemaType.ARRAY, implementation = InstructionBody.class) List<JsonText> changes,
        String editedAt) {
    public DraftResponse {
        changes = List.copyOf(changes);
    }

    /** The answer to an edit: the draft, or 204 if nothing differs any more. */
    static Response answer(Optional<DraftView> draft) {
        return draft.map(view -> Response.ok(of(view)))
                .orElseGet(Response::noContent)
                .build();
    }

    static DraftResponse of(DraftView view) {
        EnvironmentKey environment = view.environment();
        return new DraftResponse(
                view.project().value(),
                view.flag().value(),
                environment == null ? null : environment.value(),
                view.base(),
                view.steps().stream()
                        .map(step -> JsonText.parse(InstructionWriter.write(step)))
                        .toList(),
                view.editedAt().toString());
    }
}
