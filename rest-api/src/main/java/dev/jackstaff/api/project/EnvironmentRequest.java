package dev.jackstaff.api.project;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.boundary.EnvironmentDetails;
import dev.jackstaff.domain.project.boundary.NewEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or changes an environment. Members that only responses have are ignored, so a
 * response can be sent back.
 *
 * @param key required for a new environment, and never changed
 * @param name left out for the key
 */
@JsonIgnoreProperties({"id", "revision", "revisionAt", "description", "settings"})
public record EnvironmentRequest(
        @Nullable String key,
        @Nullable String name,
        @Nullable Boolean production,
        @JsonAlias("sort_order") @Nullable Integer sortOrder,
        @Nullable Long version) {
    NewEnvironment toNewEnvironment() {
        return new NewEnvironment(RequestFields.parse("key", key, EnvironmentKey::new), toDetails());
    }

    EnvironmentDetails toDetails(EnvironmentKey actual) {
        RequestFields.requireUnchanged("key", key, actual);
        return toDetails();
    }

    private EnvironmentDetails toDetails() {
        return new EnvironmentDetails(
                RequestFields.text(name), production != null && production, sortOrder == null ? 0 : sortOrder);
    }
}
