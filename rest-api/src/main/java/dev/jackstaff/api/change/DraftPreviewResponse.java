package dev.jackstaff.api.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.FieldConflict;
import dev.jackstaff.domain.draft.boundary.DraftPreview;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.JsonText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What saving a draft would do.
 *
 * @param conflicts the fields that somebody else has changed since the draft was begun
 * @param result what the change would do; left out if it would be refused
 * @param refusal why the change would be refused; left out if it would not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftPreviewResponse(
        DraftResponse draft,
        List<ConflictingField> conflicts,
        @Nullable ChangeResponse result,
        @Nullable String refusal) {
    public DraftPreviewResponse {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A field that somebody else has changed.
     *
     * @param field its place, such as {@code checkout/rules/4f1c20aa/rollout}
     * @param base its value when the draft was begun; left out if it was not there
     * @param theirs its value now; likewise
     * @param mine the value that the draft gives it; likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DraftConflict")
    public record ConflictingField(
            String field,
            @Schema(implementation = Object.class) @Nullable JsonText base,
            @Schema(implementation = Object.class) @Nullable JsonText theirs,
            @Schema(implementation = Object.class) @Nullable JsonText mine) {
        static ConflictingField of(FieldConflict conflict) {
            return new ConflictingField(
                    conflict.field(), json(conflict.base()), json(conflict.theirs()), json(conflict.mine()));
        }

        private static @Nullable JsonText json(@Nullable String text) {
            return text == null ? null : JsonText.parse(text);
        }
    }

    /** Of a draft alone. */
    static DraftPreviewResponse of(DraftPreview preview) {
        DraftView draft = preview.drafts().get(0).draft();
        EnvironmentKey environment = draft.environment();
        ChangeResult result = preview.result();
        return new DraftPreviewResponse(
                DraftResponse.of(draft),
                preview.conflicts().stream().map(ConflictingField::of).toList(),
                result == null
                        ? null
                        : ChangeResponse.of(result, environment == null ? null : environment.value(), true),
                preview.refusal().isEmpty() ? null : preview.refusal());
    }
}
