package dev.jackstaff.edge.http;

import dev.jackstaff.edge.docs.EdgeDocsResource;
import dev.jackstaff.edge.health.EdgeHealthResource;
import dev.jackstaff.edge.metrics.MetricsResource;
import dev.jackstaff.protocols.cacheaside.CacheAsideResource;
import dev.jackstaff.protocols.cacheaside.CacheAsideStatisticsResource;
import dev.jackstaff.protocols.flagsmith.http.EnvironmentDocumentResource;
import dev.jackstaff.protocols.flagsmith.http.FlagsmithAnalyticsResource;
import dev.jackstaff.protocols.flagsmith.http.FlagsmithFlagsResource;
import dev.jackstaff.protocols.flagsmith.http.FlagsmithIdentitiesResource;
import dev.jackstaff.protocols.flagsmith.http.ProxyHealthResource;
import dev.jackstaff.protocols.fleet.StatusResource;
import dev.jackstaff.protocols.flexflag.FlexflagCacheResource;
import dev.jackstaff.protocols.flexflag.FlexflagReadinessResource;
import dev.jackstaff.protocols.flexflag.FlexflagResource;
import dev.jackstaff.protocols.fluxgate.FluxgateHealthResource;
import dev.jackstaff.protocols.fluxgate.FluxgateResource;
import dev.jackstaff.protocols.ofrep.OfrepResource;
import dev.jackstaff.protocols.sync.SyncResource;
import dev.jackstaff.protocols.unleash.http.BackstageResource;
import dev.jackstaff.protocols.unleash.http.ClientResource;
import dev.jackstaff.protocols.unleash.http.FrontendResource;
import dev.jackstaff.protocols.unleash.http.UnleashEdgeResource;
import dev.jackstaff.protocols.usage.UsageResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What an edge serves. A protocol is mounted here and nowhere else. */
@ApplicationPath("/")
public class EdgeApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                EdgeHealthResource.class,
                OfrepResource.class,
                FluxgateResource.class,
                FluxgateHealthResource.class,
                FlexflagResource.class,
                FlexflagReadinessResource.class,
                FlexflagCacheResource.class,
                CacheAsideResource.class,
                CacheAsideStatisticsResource.class,
                EdgeDocsResource.class,
                MetricsResource.class,
                FlagsmithFlagsResource.class,
                FlagsmithIdentitiesResource.class,
                EnvironmentDocumentResource.class,
                FlagsmithAnalyticsResource.class,
                ProxyHealthResource.class,
                ClientResource.class,
                FrontendResource.class,
                UnleashEdgeResource.class,
                BackstageResource.class,
                SyncResource.class,
                UsageResource.class,
                StatusResource.class,
                SlashNormalizer.class,
                DisabledRoutesFilter.class,
                EdgeExceptionMapper.class);
    }
}
