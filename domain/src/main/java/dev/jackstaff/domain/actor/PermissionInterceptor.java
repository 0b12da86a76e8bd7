package dev.jackstaff.domain.actor;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.permission.ScopeParameter;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The interceptor that enforces {@link RequiresPermission} before a transaction begins. */
@RequiresPermission({})
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class PermissionInterceptor {
    @Inject
    CurrentActor currentActor;

    @Inject
    AccessPolicy policy;

    @AroundInvoke
    public @Nullable Object check(InvocationContext call) throws Exception {
        Actor actor = currentActor.actor();
        Permission[] required = required(call.getMethod());
        if (required.length > 0) {
            scopes(call.getParameters()).forEach(scope -> requireOne(actor, required, scope));
        }
        return call.proceed();
    }

    private void requireOne(Actor actor, Permission[] required, PermissionScope scope) {
        if (required.length == 1 || Stream.of(required).noneMatch(one -> policy.allows(actor, one, scope))) {
            policy.require(actor, required[0], scope);
        }
    }

    /** Each scope that the parameters name; that of an environment stands for that of its project. */
    private static Deque<PermissionScope> scopes(@Nullable Object[] parameters) {
        Deque<PermissionScope> scopes = new ArrayDeque<>();
        scopes.add(PermissionScope.INSTALLATION);
        for (Object parameter : parameters) {
            if (parameter instanceof ScopeParameter named) {
                PermissionScope scope = named.in(scopes.getLast());
                if (scopes.getLast().contains(scope)) {
                    scopes.removeLast();
                }
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private static Permission[] required(Method method) {
        RequiresPermission onMethod = method.getAnnotation(RequiresPermission.class);
        RequiresPermission stated =
                onMethod != null ? onMethod : method.getDeclaringClass().getAnnotation(RequiresPermission.class);
        return stated == null ? new Permission[] {Permission.INSTALLATION_UPDATE} : stated.value();
    }
}
