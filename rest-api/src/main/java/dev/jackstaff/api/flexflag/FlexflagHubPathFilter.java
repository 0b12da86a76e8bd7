package dev.jackstaff.api.flexflag;

import dev.jackstaff.protocols.flexflag.FlexflagPathFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Set;

/** The filter that serves those of FlexFlag's routes below {@code /flexflag} that only its server has. */
@PreMatching
public class FlexflagHubPathFilter extends FlexflagPathFilter {
    /** The filter for the routes of the hub. */
    public FlexflagHubPathFilter() {
        super(Set.of(
                "/api/v1/flags",
                "/api/v1/environments",
                "/api/v1/edge",
                "/api/v1/auth/register",
                "/api/v1/auth/profile",
                "/health",
                "/swagger"));
    }
}
