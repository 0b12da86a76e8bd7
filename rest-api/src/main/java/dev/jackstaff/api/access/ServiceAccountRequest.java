package dev.jackstaff.api.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.access.boundary.ServiceAccounts;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or changes a service account. In a change, members that are left out stay as they
 * are.
 *
 * @param active false lets its tokens be refused
 */
@JsonIgnoreProperties({"id", "createdAt", "createdBy"})
public record ServiceAccountRequest(
        @Nullable String name, @Nullable String description, @Nullable Boolean active, @Nullable Long version) {
    ServiceAccounts.Details change(ServiceAccounts.Details before) {
        return new ServiceAccounts.Details(
                RequestFields.textOr(name, before.name()),
                RequestFields.textOr(description, before.description()),
                active == null ? before.active() : active);
    }
}
