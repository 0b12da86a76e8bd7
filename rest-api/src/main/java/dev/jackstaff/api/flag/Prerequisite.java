package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.Member;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flag that must be on for the same context.
 *
 * @param variants one of which it must serve; none means any
 */
public record Prerequisite(@Nullable String flag, @Nullable List<@Nullable String> variants) {
    static Prerequisite of(PrerequisiteDefinition definition) {
        return new Prerequisite(definition.flag(), List.copyOf(definition.variants()));
    }

    PrerequisiteDefinition toDefinition(String field) {
        return new PrerequisiteDefinition(
                Member.required(field + ".flag", flag), Member.list(field + ".variants", variants));
    }
}
