package dev.jackstaff.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.boundary.GrantView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body that describes a grant: a role that a user, a group or a service account has somewhere.
 *
 * @param name the e-mail address of the user, the name of the group or service account
 * @param project left out for the whole installation
 * @param environment left out for all environments
 * @param origin who gave it: by hand, the provider that the user signs in at, or a directory
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantResponse(
        UUID id,
        @Nullable UUID user,
        @Nullable UUID group,
        @Nullable UUID serviceAccount,
        String name,
        String role,
        @Nullable String project,
        @Nullable String environment,
        @Schema(implementation = GrantOrigin.class) String origin,
        String createdAt,
        String createdBy) {
    static GrantResponse of(GrantView view) {
        return new GrantResponse(
                view.id(),
                id(view, GrantSubject.Kind.USER),
                id(view, GrantSubject.Kind.GROUP),
                id(view, GrantSubject.Kind.SERVICE_ACCOUNT),
                view.subjectName(),
                view.role(),
                OptionalKey.orNull(view.scope().project()),
                OptionalKey.orNull(view.scope().environment()),
                view.origin().label(),
                view.createdAt().toString(),
                view.createdBy());
    }

    private static @Nullable UUID id(GrantView view, GrantSubject.Kind kind) {
        return view.subject().kind() == kind ? view.subject().id() : null;
    }
}
