package dev.jackstaff.api.project;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.NewEnvironment;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or changes an environment. Members that only responses have are ignored, so a
 * response can be sent back. In a change, members that are left out stay as they are.
 *
 * @param key required for a new environment, and never changed
 * @param name left out for the key
 * @param sortOrder left out for the last place
 * @param colour left out for the one that is used least
 */
@JsonIgnoreProperties({"id", "revision", "revisionAt", "description", "settings"})
public record EnvironmentRequest(
        @Nullable String key,
        @Nullable String name,
        @Nullable Boolean production,
        @JsonAlias("sort_order") @Nullable Integer sortOrder,
        @Schema(implementation = EnvironmentColour.class) @Nullable String colour,
        @Nullable Long version) {
    NewEnvironment toNewEnvironment() {
        return new NewEnvironment(
                RequestFields.parse("key", key, EnvironmentKey::new),
                RequestFields.text(name),
                production != null && production,
                sortOrder,
                colourOrNull());
    }

    /** The details of a patched environment. What was removed is as in a new one; place and colour cannot be removed. */
    EnvironmentDetails toPatched(EnvironmentView before) {
        RequestFields.requireUnchanged("key", key, before.key());
        return new EnvironmentDetails(
                RequestFields.text(name),
                production != null && production,
                RequestFields.required("sortOrder", sortOrder),
                RequestFields.required("colour", colourOrNull()));
    }

    EnvironmentDetails toDetails(EnvironmentView before) {
        RequestFields.requireUnchanged("key", key, before.key());
        return new EnvironmentDetails(
                RequestFields.textOr(name, before.name()),
                production == null ? before.production() : production,
                sortOrder == null ? before.sortOrder() : sortOrder,
                Objects.requireNonNullElse(colourOrNull(), before.colour()));
    }

    private @Nullable EnvironmentColour colourOrNull() {
        return colour == null ? null : RequestFields.parseLabel("colour", colour, EnvironmentColour.LABELS);
    }
}
