package dev.jackstaff.api.flexflag;

import dev.jackstaff.api.access.RecordedAs;
import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.change.boundary.ProjectChanges;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.domain.project.boundary.Projects;
import dev.jackstaff.protocols.flexflag.FlexflagPathFilter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** FlexFlag's projects and their environments, whose paths the management API has too without the prefix. */
@RecordedAs(Channel.PROTOCOL)
@Path(FlexflagPathFilter.PREFIX + "/api/v1/projects")
@RequestScoped
@RequiresAuthentication
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "FlexFlag")
public class FlexflagProjectsResource {
    @Inject
    Projects projects;

    @Inject
    ProjectChanges projectChanges;

    @Inject
    Environments environments;

    @Inject
    EnvironmentChanges environmentChanges;

    @GET
    @Operation(summary = "List projects, in FlexFlag's format")
    public FlexflagProject.Page list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("offset") @Nullable String offset) {
        return FlexflagProject.Page.of(projects.list(), limit, offset);
    }

    @POST
    @Operation(summary = "Create a project, in FlexFlag's format")
    @APIResponseSchema(value = FlexflagProject.class, responseCode = "201")
    public Response create(FlexflagProject.Body body) {
        FlexflagProject created = FlexflagProject.of(projectChanges.create(body.toNewProject()));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "Get a project, in FlexFlag's format")
    public FlexflagProject get(@PathParam("slug") ProjectKey slug) {
        return FlexflagProject.of(projects.get(slug));
    }

    @PUT
    @Path("/{slug}")
    @Operation(summary = "Change a project, in FlexFlag's format")
    public FlexflagProject update(@PathParam("slug") ProjectKey slug, FlexflagProject.Body body) {
        return FlexflagProject.of(projectChanges.update(slug, body::toDetails, ExpectedVersion.any()));
    }

    @DELETE
    @Path("/{slug}")
    @Operation(
            summary = "Delete a project, in FlexFlag's format",
            description = "A project with flags, segments or keys is deleted only with ?force=true.")
    public FlexflagEnvironmentsResource.MessageResponse delete(
            @PathParam("slug") ProjectKey slug, @QueryParam("force") @Nullable String force) {
        projectChanges.delete(slug, QueryParameters.bool("force", force), ExpectedVersion.any());
        return new FlexflagEnvironmentsResource.MessageResponse("Project deleted successfully");
    }

    @GET
    @Path("/{slug}/environments")
    @Operation(summary = "List a project's environments, in FlexFlag's format")
    public FlexflagProject.Environments environments(@PathParam("slug") ProjectKey slug) {
        return new FlexflagProject.Environments(environments.list(slug).stream()
                .map(FlexflagProject.Environment::of)
                .toList());
    }

    @POST
    @Path("/{slug}/environments")
    @Operation(summary = "Create an environment, in FlexFlag's format")
    @APIResponseSchema(value = FlexflagProject.Environment.class, responseCode = "201")
    public Response createEnvironment(@PathParam("slug") ProjectKey slug, FlexflagProject.EnvironmentBody body) {
        return Response.status(Response.Status.CREATED)
                .entity(FlexflagProject.Environment.of(environmentChanges.create(slug, body.toNewEnvironment())))
                .build();
    }
}
