package dev.jackstaff.api.access;

import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequestOrigin;
import dev.jackstaff.protocols.http.CallerResolver;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filter that says where a request comes from, before it is known whom it is from. */
@Priority(Priorities.AUTHENTICATION - 1)
@RequestScoped
public class RequestOriginFilter implements ContainerRequestFilter {
    /** How the command of this repository names itself. */
    static final String COMMAND = "jackstaff-command";

    @Inject
    CurrentActor currentActor;

    @Inject
    CallerResolver callers;

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest call;

    @Override
    public void filter(ContainerRequestContext request) {
        currentActor.comeFrom(new RequestOrigin(
                channel(resource.getResourceClass(), request.getHeaderString("User-Agent")),
                callers.address(call),
                UUID.randomUUID().toString()));
    }

    /** The channel of a request for a resource, by a program of that name. */
    static Channel channel(@Nullable Class<?> resource, @Nullable String agent) {
        RecordedAs recorded = resource == null ? null : resource.getAnnotation(RecordedAs.class);
        if (recorded != null) {
            return recorded.value();
        }
        return agent != null && agent.startsWith(COMMAND) ? Channel.COMMAND : Channel.API;
    }
}
