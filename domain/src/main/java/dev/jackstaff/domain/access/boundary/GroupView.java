package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.entity.UserGroup;
import java.time.Instant;
import java.util.UUID;

/** The readable state of a group. */
public record GroupView(UUID id, String name, GrantOrigin origin, Instant createdAt, long version) {
    static GroupView of(UserGroup group) {
        return new GroupView(group.id(), group.name(), group.origin(), group.createdAt(), group.version());
    }
}
