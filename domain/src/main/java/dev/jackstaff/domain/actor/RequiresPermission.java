package dev.jackstaff.domain.actor;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.ScopeParameter;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the permissions of which a use case requires one: in each scope that its parameters name as a {@link
 * ScopeParameter}, or in the whole installation if none does. On a method, it replaces that of the class.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {
    /** One of these is required; none if it is enough to be signed in. */
    @Nonbinding
    Permission[] value();
}
