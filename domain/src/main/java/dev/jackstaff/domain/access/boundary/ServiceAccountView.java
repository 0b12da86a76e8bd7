package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.entity.ServiceAccount;
import java.time.Instant;
import java.util.UUID;

/** The readable state of a service account. */
public record ServiceAccountView(
        UUID id, String name, String description, boolean active, Instant createdAt, String createdBy, long version) {
    static ServiceAccountView of(ServiceAccount account) {
        return new ServiceAccountView(
                account.id(),
                account.name(),
                account.description(),
                account.active(),
                account.createdAt(),
                account.createdBy(),
                account.version());
    }
}
