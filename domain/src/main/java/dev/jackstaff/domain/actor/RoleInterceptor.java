package dev.jackstaff.domain.actor;

import dev.jackstaff.domain.DomainException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** The interceptor that enforces {@link RequiresRole} before a transaction begins. */
@RequiresRole(Role.VIEWER)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class RoleInterceptor {
    @Inject
    CurrentActor currentActor;

    @AroundInvoke
    public @Nullable Object check(InvocationContext call) throws Exception {
        Role needed = requiredRole(call);
        if (!currentActor.actor().role().includes(needed)) {
            throw new DomainException.Forbidden("this requires the role " + needed.label());
        }
        return call.proceed();
    }

    private static Role requiredRole(InvocationContext call) {
        RequiresRole onMethod = call.getMethod().getAnnotation(RequiresRole.class);
        RequiresRole onClass = call.getMethod().getDeclaringClass().getAnnotation(RequiresRole.class);
        RequiresRole stated = onMethod != null ? onMethod : onClass;
        return stated == null ? Role.ADMIN : stated.value();
    }
}
