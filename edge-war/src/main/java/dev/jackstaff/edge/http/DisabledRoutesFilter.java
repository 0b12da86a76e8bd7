package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The filter that answers 404 for disabled routes, as Unleash Edge does. */
public class DisabledRoutesFilter implements ContainerRequestFilter {
    private static final Map<String, ProtocolSetting> SETTING_BY_PATH = Map.of(
            "api/frontend/all", ProtocolSetting.WITHOUT_ALL,
            "api/proxy/all", ProtocolSetting.WITHOUT_ALL,
            "internal-backstage/features", ProtocolSetting.WITHOUT_FEATURES,
            "internal-backstage/instancedata", ProtocolSetting.WITHOUT_INSTANCE_DATA,
            "internal-backstage/metrics", ProtocolSetting.WITHOUT_METRICS,
            "internal-backstage/metricsbatch", ProtocolSetting.WITHOUT_METRICS_BATCH,
            "internal-backstage/tokens", ProtocolSetting.WITHOUT_TOKENS);

    private final Set<String> disabledPaths;

    public DisabledRoutesFilter() {
        this(EdgeSettings.configured());
    }

    DisabledRoutesFilter(EdgeSettings settings) {
        this.disabledPaths = SETTING_BY_PATH.entrySet().stream()
                .filter(route -> settings.isOn(route.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (isDisabled(request.getUriInfo().getPath())) {
            throw new NotFoundException();
        }
    }

    /** Whether a path, with or without a final slash, is a disabled route. */
    boolean isDisabled(String path) {
        return !disabledPaths.isEmpty()
                && disabledPaths.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
