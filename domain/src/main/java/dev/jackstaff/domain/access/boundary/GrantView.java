package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.control.GrantSearch.FoundGrant;
import dev.jackstaff.domain.permission.PermissionScope;
import java.time.Instant;
import java.util.UUID;

/**
 * The readable state of a grant.
 *
 * @param subjectName the e-mail address of a user, the name of a group or service account
 */
public record GrantView(
        UUID id,
        GrantSubject subject,
        String subjectName,
        String role,
        PermissionScope scope,
        GrantOrigin origin,
        Instant createdAt,
        String createdBy) {
    static GrantView of(FoundGrant found) {
        return new GrantView(
                found.grant().id(),
                found.grant().subject(),
                found.subjectName(),
                found.grant().role(),
                found.scope(),
                found.grant().origin(),
                found.grant().createdAt(),
                found.grant().createdBy());
    }
}
