package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.Setting;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The filter that answers 404 for the routes of protocols that a setting disables. */
public class DisabledRoutesFilter implements ContainerRequestFilter {
    private final Set<String> disabledPaths;

    public DisabledRoutesFilter() {
        this(InstalledProtocols.disablingSettings(), EdgeSettings.configured());
    }

    DisabledRoutesFilter(Map<String, Setting> settingsByPath, EdgeSettings settings) {
        this.disabledPaths = settingsByPath.entrySet().stream()
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

    /**
     * Whether a path is a disabled route.
     *
     * @param path without a leading slash, with or without a final one
     */
    boolean isDisabled(String path) {
        return !disabledPaths.isEmpty()
                && disabledPaths.contains('/' + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path));
    }
}
