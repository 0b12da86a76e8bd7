package dev.jackstaff.api;

import dev.jackstaff.api.access.AccessResources;
import dev.jackstaff.api.access.AuthenticationFilter;
import dev.jackstaff.api.access.RefusalFilter;
import dev.jackstaff.api.access.RequestOriginFilter;
import dev.jackstaff.api.access.WriteLimitFilter;
import dev.jackstaff.api.attribute.AttributesResource;
import dev.jackstaff.api.audit.AuditExportResource;
import dev.jackstaff.api.audit.AuditResource;
import dev.jackstaff.api.audit.AuditVerificationResource;
import dev.jackstaff.api.cacheaside.CacheAsideUpdateResource;
import dev.jackstaff.api.change.BulkResource;
import dev.jackstaff.api.change.ChangesResource;
import dev.jackstaff.api.change.DraftsResource;
import dev.jackstaff.api.change.FlagCopyResource;
import dev.jackstaff.api.change.FlagDraftResource;
import dev.jackstaff.api.change.KillResource;
import dev.jackstaff.api.change.PromotionResource;
import dev.jackstaff.api.change.RestoreResource;
import dev.jackstaff.api.change.SettingsDraftResource;
import dev.jackstaff.api.dependency.FlagDependenciesResource;
import dev.jackstaff.api.dependency.SegmentDependenciesResource;
import dev.jackstaff.api.docs.DocsResource;
import dev.jackstaff.api.evaluation.ExplanationsResource;
import dev.jackstaff.api.exports.ExportsResource;
import dev.jackstaff.api.flag.FlagStatesResource;
import dev.jackstaff.api.flag.FlagsResource;
import dev.jackstaff.api.flag.StalePolicyResource;
import dev.jackstaff.api.flexflag.EdgeServersResource;
import dev.jackstaff.api.flexflag.FlexflagEnvironmentsResource;
import dev.jackstaff.api.flexflag.FlexflagFlagsResource;
import dev.jackstaff.api.flexflag.FlexflagHealthResource;
import dev.jackstaff.api.flexflag.FlexflagHubPathFilter;
import dev.jackstaff.api.flexflag.FlexflagLoginResource;
import dev.jackstaff.api.flexflag.FlexflagProjectsResource;
import dev.jackstaff.api.flexflag.RegistrationResource;
import dev.jackstaff.api.flexflag.SwaggerRedirectResource;
import dev.jackstaff.api.health.HealthResource;
import dev.jackstaff.api.history.ComparisonResource;
import dev.jackstaff.api.history.EnvironmentVersionsResource;
import dev.jackstaff.api.history.FlagVersionsResource;
import dev.jackstaff.api.history.ProjectVersionsResource;
import dev.jackstaff.api.history.RevisionsResource;
import dev.jackstaff.api.history.SettingsVersionsResource;
import dev.jackstaff.api.http.AcceptPatchFilter;
import dev.jackstaff.api.http.NextPageFilter;
import dev.jackstaff.api.http.PreconditionFilter;
import dev.jackstaff.api.http.RelativeLocationFilter;
import dev.jackstaff.api.http.StrictQueryFilter;
import dev.jackstaff.api.idempotency.IdempotencyFilter;
import dev.jackstaff.api.imports.UnleashImportResource;
import dev.jackstaff.api.json.JsonProvider;
import dev.jackstaff.api.json.RequiredBodyFilter;
import dev.jackstaff.api.limits.LimitsResource;
import dev.jackstaff.api.preference.FavouritesResource;
import dev.jackstaff.api.preference.SavedViewsResource;
import dev.jackstaff.api.preference.SettingsResource;
import dev.jackstaff.api.problem.CommitExceptionMapper;
import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.UncaughtExceptionMapper;
import dev.jackstaff.api.project.EnvironmentsResource;
import dev.jackstaff.api.project.ProjectsResource;
import dev.jackstaff.api.segment.SegmentsResource;
import dev.jackstaff.api.usage.FlagUsageResource;
import dev.jackstaff.api.usage.ProjectUsageResource;
import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.http.MalformedContentTypeFilter;
import dev.jackstaff.protocols.http.NotModifiedFilter;
import dev.jackstaff.protocols.http.Protocol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The JAX-RS application of the hub. Every resource is registered here, those of all protocols too. */
@ApplicationPath("/")
@ApplicationScoped
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Jackstaff hub",
                        version = "1",
                        description =
                                "Manages feature flags, and evaluates them over OFREP. A failed request is answered"
                                        + " with a problem document (RFC 9457).",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "The hub that serves this document"),
        security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "key")},
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "The reason why the request failed",
                                        content =
                                                @Content(
                                                        mediaType = Problem.MEDIA_TYPE,
                                                        schema = @Schema(ref = "Problem")))),
        tags = {
            @Tag(name = "Access", description = "Login, users, groups, roles, tokens and API keys"),
            @Tag(name = "Preferences", description = "Favourites, saved views and settings of the user who asks"),
            @Tag(name = "Projects", description = "Projects and their environments"),
            @Tag(name = "Flags", description = "Flags and their settings in each environment"),
            @Tag(name = "Changes", description = "Changes of flags by instructions, all or none"),
            @Tag(name = "Drafts", description = "Edits of flags that are not saved yet, by person"),
            @Tag(name = "History", description = "Earlier revisions, and what differs"),
            @Tag(name = "Segments", description = "Named conditions that rules can share"),
            @Tag(name = "Attributes", description = "Attributes of evaluation contexts that a project knows"),
            @Tag(name = "Imports", description = "Import of other systems' documents"),
            @Tag(name = "Exports", description = "Export of environments as other systems' documents"),
            @Tag(name = "Audit", description = "The audit trail: who changed what"),
            @Tag(name = "Usage", description = "The number of evaluations of flags"),
            @Tag(name = "Cache-aside", description = "Writes of the cache-aside service"),
            @Tag(name = "Health", description = "Liveness and readiness of the hub")
        })
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A token from POST /api/v1/auth/login")
@SecurityScheme(
        securitySchemeName = "key",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "X-API-Key",
        description = "An admin key")
public class HubApplication extends Application {
    private static final List<Class<?>> OWN = List.of(
            ProjectsResource.class,
            EnvironmentsResource.class,
            LimitsResource.class,
            FlagsResource.class,
            FlagStatesResource.class,
            ExplanationsResource.class,
            FlagDependenciesResource.class,
            ChangesResource.class,
            BulkResource.class,
            RestoreResource.class,
            StalePolicyResource.class,
            PromotionResource.class,
            FlagCopyResource.class,
            DraftsResource.class,
            FlagDraftResource.class,
            SettingsDraftResource.class,
            FavouritesResource.class,
            SavedViewsResource.class,
            SettingsResource.class,
            KillResource.class,
            RevisionsResource.class,
            FlagVersionsResource.class,
            ProjectVersionsResource.class,
            EnvironmentVersionsResource.class,
            SettingsVersionsResource.class,
            ComparisonResource.class,
            SegmentsResource.class,
            SegmentDependenciesResource.class,
            AttributesResource.class,
            UnleashImportResource.class,
            ExportsResource.class,
            AuditResource.class,
            AuditVerificationResource.class,
            AuditExportResource.class,
            HealthResource.class,
            DocsResource.class,
            RegistrationResource.class,
            FlexflagFlagsResource.class,
            FlexflagProjectsResource.class,
            FlexflagLoginResource.class,
            FlexflagHubPathFilter.class,
            FlexflagEnvironmentsResource.class,
            EdgeServersResource.class,
            FlexflagHealthResource.class,
            SwaggerRedirectResource.class,
            CacheAsideUpdateResource.class,
            FlagUsageResource.class,
            ProjectUsageResource.class,
            RequestOriginFilter.class,
            AuthenticationFilter.class,
            RefusalFilter.class,
            WriteLimitFilter.class,
            IdempotencyFilter.class,
            StrictQueryFilter.class,
            PreconditionFilter.class,
            AcceptPatchFilter.class,
            NextPageFilter.class,
            RequiredBodyFilter.class,
            MalformedContentTypeFilter.class,
            NotModifiedFilter.class,
            RelativeLocationFilter.class,
            JsonProvider.class,
            UncaughtExceptionMapper.class,
            CommitExceptionMapper.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.of(OWN.stream(), AccessResources.ALL.stream(), InstalledProtocols.resources(Protocol::hubRoutes))
                .flatMap(classes -> classes)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Disables other providers of bodies than {@link JsonProvider}, other descriptions than that at {@code /openapi},
     * and addresses built from what a request says of its host.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.jsonFeature", JsonProvider.class.getSimpleName(),
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true,
                "jersey.config.server.headers.location.relative.resolution.disabled", true,
                "jersey.config.beanValidation.disable.server", true);
    }
}
