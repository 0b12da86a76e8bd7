package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.boundary.ServiceAccountView;
import java.util.UUID;

/** The body that describes a service account. */
public record ServiceAccountResponse(
        UUID id, String name, String description, boolean active, String createdAt, String createdBy, long version) {
    static ServiceAccountResponse of(ServiceAccountView view) {
        return new ServiceAccountResponse(
                view.id(),
                view.name(),
                view.description(),
                view.active(),
                view.createdAt().toString(),
                view.createdBy(),
                view.version());
    }
}
