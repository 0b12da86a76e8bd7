package dev.jackstaff.domain.testing;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.RightsPolicy;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The policy of the product, which tests can make deny a permission in a project, and ask what was demanded there. */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class DeniablePolicy implements AccessPolicy {
    @Inject
    RightsPolicy product;

    private final Map<ProjectKey, Permission> denied = new ConcurrentHashMap<>();
    private final Map<ProjectKey, Set<Permission>> demanded = new ConcurrentHashMap<>();

    @Override
    public boolean allows(Actor actor, Permission permission, PermissionScope scope) {
        return !isDenied(permission, scope) && product.allows(actor, permission, scope);
    }

    @Override
    public void require(Actor actor, Permission permission, PermissionScope scope) {
        if (!scope.isInstallation()) {
            demanded(new ProjectKey(scope.project())).add(permission);
        }
        if (isDenied(permission, scope)) {
            throw new DomainException.Forbidden("the test denies " + permission.label());
        }
        product.require(actor, permission, scope);
    }

    private boolean isDenied(Permission permission, PermissionScope scope) {
        return !scope.isInstallation() && denied.get(new ProjectKey(scope.project())) == permission;
    }

    /** Denies a permission in a project from now on. */
    public void deny(ProjectKey project, Permission permission) {
        denied.put(project, permission);
    }

    /** Denies nothing in a project any more. */
    public void allowAll(ProjectKey project) {
        denied.remove(project);
    }

    /** What was demanded in a project so far. */
    public Set<Permission> demanded(ProjectKey project) {
        return demanded.computeIfAbsent(project, absent -> ConcurrentHashMap.newKeySet());
    }
}
