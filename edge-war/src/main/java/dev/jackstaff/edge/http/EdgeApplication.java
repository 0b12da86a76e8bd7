package dev.jackstaff.edge.http;

import dev.jackstaff.edge.docs.EdgeDocsResource;
import dev.jackstaff.edge.health.EdgeHealthResource;
import dev.jackstaff.edge.metrics.MetricsResource;
import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.http.MalformedContentTypeFilter;
import dev.jackstaff.protocols.http.NotModifiedFilter;
import dev.jackstaff.protocols.http.Protocol;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The edge's JAX-RS application: the resources of all protocols, and the edge's own. */
@ApplicationPath("/")
public class EdgeApplication extends Application {
    private static final List<Class<?>> OWN = List.of(
            EdgeHealthResource.class,
            EdgeDocsResource.class,
            MetricsResource.class,
            SlashNormalizer.class,
            DisabledRoutesFilter.class,
            MalformedContentTypeFilter.class,
            NotModifiedFilter.class,
            EdgeExceptionMapper.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.concat(OWN.stream(), InstalledProtocols.resources(Protocol::edgeRoutes))
                .collect(Collectors.toUnmodifiableSet());
    }
}
