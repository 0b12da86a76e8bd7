package dev.jackstaff.api.flexflag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jackstaff.api.access.Authenticated;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.project.boundary.EnvironmentDetails;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** FlexFlag's environments by their ids. */
@Path("/api/v1/environments/{id}")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "FlexFlag")
public class FlexflagEnvironmentsResource {
    @Inject
    Places places;

    @Inject
    Environments environments;

    /** What is to be changed; what is left out stays. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Details(@Nullable String name, @JsonProperty("sort_order") @Nullable Integer sortOrder) {}

    /** What was done, in a sentence. */
    public record Done(String message) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change an environment, as FlexFlag does")
    public Done update(@PathParam("id") String id, Details details) {
        EnvironmentView known = places.environmentOf(id);
        environments.update(
                known.project(),
                known.key(),
                new EnvironmentDetails(
                        details.name() == null ? known.name() : details.name(),
                        known.production(),
                        details.sortOrder() == null ? known.sortOrder() : details.sortOrder()),
                ExpectedVersion.of(known.version()));
        return new Done("Environment updated successfully");
    }

    @DELETE
    @Operation(summary = "Delete an environment, as FlexFlag does")
    public Done delete(@PathParam("id") String id) {
        EnvironmentView known = places.environmentOf(id);
        environments.delete(known.project(), known.key(), ExpectedVersion.of(known.version()));
        return new Done("Environment deleted successfully");
    }
}
