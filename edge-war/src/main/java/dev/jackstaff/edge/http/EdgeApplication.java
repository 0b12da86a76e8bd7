package dev.jackstaff.edge.http;

import dev.jackstaff.edge.docs.DocsResource;
import dev.jackstaff.edge.health.HealthResource;
import dev.jackstaff.edge.metrics.MetricsResource;
import dev.jackstaff.protocols.cacheaside.CacheAsideResource;
import dev.jackstaff.protocols.cacheaside.CacheAsideStatisticsResource;
import dev.jackstaff.protocols.flagsmith.http.AnalyticsResource;
import dev.jackstaff.protocols.flagsmith.http.EnvironmentDocumentResource;
import dev.jackstaff.protocols.flagsmith.http.FlagsResource;
import dev.jackstaff.protocols.flagsmith.http.IdentitiesResource;
import dev.jackstaff.protocols.flagsmith.http.ProxyHealthResource;
import dev.jackstaff.protocols.fleet.StatusResource;
import dev.jackstaff.protocols.flexflag.FlexflagCacheResource;
import dev.jackstaff.protocols.flexflag.FlexflagReadiness;
import dev.jackstaff.protocols.flexflag.FlexflagResource;
import dev.jackstaff.protocols.fluxgate.FluxgateHealthResource;
import dev.jackstaff.protocols.fluxgate.FluxgateResource;
import dev.jackstaff.protocols.ofrep.OfrepResource;
import dev.jackstaff.protocols.sync.SyncResource;
import dev.jackstaff.protocols.unleash.http.BackstageResource;
import dev.jackstaff.protocols.unleash.http.ClientResource;
import dev.jackstaff.protocols.unleash.http.EdgeResource;
import dev.jackstaff.protocols.unleash.http.FrontendResource;
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
                HealthResource.class,
                OfrepResource.class,
                FluxgateResource.class,
                FluxgateHealthResource.class,
                FlexflagResource.class,
                FlexflagReadiness.class,
                FlexflagCacheResource.class,
                CacheAsideResource.class,
                CacheAsideStatisticsResource.class,
                DocsResource.class,
                MetricsResource.class,
                FlagsResource.class,
                IdentitiesResource.class,
                EnvironmentDocumentResource.class,
                AnalyticsResource.class,
                ProxyHealthResource.class,
                ClientResource.class,
                FrontendResource.class,
                EdgeResource.class,
                BackstageResource.class,
                SyncResource.class,
                UsageResource.class,
                StatusResource.class,
                OnePath.class,
                LeftOut.class,
                Refusals.class);
    }
}
