package dev.jackstaff.api.flexflag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jackstaff.api.access.RecordedAs;
import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.flag.ResourceResolver;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.project.EnvironmentDetails;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** FlexFlag's environments by their ids. */
@RecordedAs(Channel.PROTOCOL)
@Path("/api/v1/environments/{id}")
@RequestScoped
@RequiresAuthentication
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "FlexFlag")
public class FlexflagEnvironmentsResource {
    @Inject
    ResourceResolver resolver;

    @Inject
    Environments environments;

    @Inject
    EnvironmentChanges environmentChanges;

    /** The body of an environment update; members that are left out stay. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record UpdateRequest(@Nullable String name, @JsonProperty("sort_order") @Nullable Integer sortOrder) {}

    /** A confirmation message. */
    public record MessageResponse(String message) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change an environment, in FlexFlag's format")
    public MessageResponse update(@PathParam("id") String id, UpdateRequest details) {
        EnvironmentView environment = resolver.environmentById(id);
        environmentChanges.update(
                environment.project(),
                environment.key(),
                new EnvironmentDetails(
                        details.name() == null ? environment.name() : details.name(),
                        environment.production(),
                        details.sortOrder() == null ? environment.sortOrder() : details.sortOrder(),
                        environment.colour()),
                ExpectedVersion.of(environment.version()));
        return new MessageResponse("Environment updated successfully");
    }

    @DELETE
    @Operation(
            summary = "Delete an environment, in FlexFlag's format",
            description =
                    "An environment with keys, with flags that are on or with flags that have settings of their own"
                            + " is deleted only with ?force=true.")
    public MessageResponse delete(@PathParam("id") String id, @QueryParam("force") @Nullable String force) {
        EnvironmentView environment = resolver.environmentById(id);
        environmentChanges.delete(
                environment.project(),
                environment.key(),
                QueryParameters.bool("force", force),
                ExpectedVersion.of(environment.version()));
        return new MessageResponse("Environment deleted successfully");
    }
}
