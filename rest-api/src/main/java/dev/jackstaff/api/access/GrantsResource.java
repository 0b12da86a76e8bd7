package dev.jackstaff.api.access;

import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.boundary.GrantFilter;
import dev.jackstaff.domain.access.boundary.GrantView;
import dev.jackstaff.domain.access.boundary.Grants;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource of grants: who has which role where. */
@Path("/api/v1/grants")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Access")
public class GrantsResource {
    @Inject
    Grants grants;

    @GET
    @Operation(
            summary = "List who has which role where",
            description =
                    "Those of a project are also for those who may give roles in it. Users have the roles of their groups"
                            + " too, which are listed under the group.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = GrantResponse.class)))
    @Parameter(name = "user", in = ParameterIn.QUERY, description = "The id of a user")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "The id of a group")
    @Parameter(name = "serviceAccount", in = ParameterIn.QUERY, description = "The id of a service account")
    @Parameter(name = "project", in = ParameterIn.QUERY, description = "The key of a project")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(
            @QueryParam("user") @Nullable UUID user,
            @QueryParam("group") @Nullable UUID group,
            @QueryParam("serviceAccount") @Nullable UUID account,
            @QueryParam("project") @Nullable String project,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                grants.list(new GrantFilter(
                        subject(user, group, account),
                        RequestFields.parseOptional("project", project, ProjectKey::new))),
                view -> view.id().toString(),
                GrantResponse::of,
                new PageQuery(limit, cursor));
    }

    private static @Nullable GrantSubject subject(@Nullable UUID user, @Nullable UUID group, @Nullable UUID account) {
        List<GrantSubject> named = new ArrayList<>();
        if (user != null) {
            named.add(GrantSubject.user(user));
        }
        if (group != null) {
            named.add(new GrantSubject(GrantSubject.Kind.GROUP, group));
        }
        if (account != null) {
            named.add(new GrantSubject(GrantSubject.Kind.SERVICE_ACCOUNT, account));
        }
        if (named.size() > 1) {
            throw new DomainException.Invalid("user", "name a user, a group or a service account");
        }
        return named.isEmpty() ? null : named.get(0);
    }

    @POST
    @Operation(
            summary = "Give a role",
            description = "To a user, a group or a service account, in the installation, a project or an environment."
                    + " Nobody can give what they do not have.")
    @APIResponseSchema(value = GrantResponse.class, responseCode = "201")
    public Response create(@RequiredMembers("role") GrantRequest request, @Context UriInfo uri) {
        GrantView grant = grants.create(request.toNewGrant());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(grant.id().toString()).build())
                .entity(GrantResponse.of(grant))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take a role away that was given by hand")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("id") UUID id) {
        grants.delete(id);
    }
}
