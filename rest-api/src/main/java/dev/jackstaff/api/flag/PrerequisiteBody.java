package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A flag that must be on for the same context.
 *
 * @param variants the variants one of which it must serve; empty for any
 */
@Schema(requiredProperties = "flag")
public record PrerequisiteBody(@Nullable String flag, @Nullable List<@Nullable String> variants) {
    /** The prerequisite of a definition. */
    public static PrerequisiteBody of(PrerequisiteDefinition definition) {
        return new PrerequisiteBody(definition.flag(), List.copyOf(definition.variants()));
    }

    PrerequisiteDefinition toDefinition(String field) {
        return new PrerequisiteDefinition(
                RequestFields.required(field + ".flag", flag), RequestFields.list(field + ".variants", variants));
    }
}
