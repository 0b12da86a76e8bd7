package dev.jackstaff.api.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.boundary.NewGrant;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that gives a role, to exactly one of a user, a group and a service account.
 *
 * @param user the id or the e-mail address of a user
 * @param group the id of a group
 * @param serviceAccount the id of a service account
 * @param role the key of a role; {@code GET /api/v1/roles} lists them
 * @param project left out for the whole installation
 * @param environment left out for all environments
 */
@JsonIgnoreProperties({"id", "name", "origin", "createdAt", "createdBy"})
public record GrantRequest(
        @Nullable String user,
        @Nullable String group,
        @Nullable String serviceAccount,
        @Nullable String role,
        @Nullable String project,
        @Nullable String environment) {
    NewGrant toNewGrant() {
        Map<GrantSubject.Kind, String> named = new EnumMap<>(GrantSubject.Kind.class);
        put(named, GrantSubject.Kind.USER, user);
        put(named, GrantSubject.Kind.GROUP, group);
        put(named, GrantSubject.Kind.SERVICE_ACCOUNT, serviceAccount);
        if (named.size() != 1) {
            throw new DomainException.Invalid("user", "name either a user, a group or a service account");
        }
        Map.Entry<GrantSubject.Kind, String> subject =
                named.entrySet().iterator().next();
        return new NewGrant(
                subject.getKey(),
                subject.getValue(),
                RequestFields.required("role", role),
                RequestFields.parseOptional("project", project, ProjectKey::new),
                RequestFields.parseOptional("environment", environment, EnvironmentKey::new));
    }

    private static void put(Map<GrantSubject.Kind, String> named, GrantSubject.Kind kind, @Nullable String id) {
        if (id != null && !id.isBlank()) {
            named.put(kind, id);
        }
    }
}
