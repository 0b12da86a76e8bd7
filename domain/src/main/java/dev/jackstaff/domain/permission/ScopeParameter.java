package dev.jackstaff.domain.permission;

/** A parameter of a use case that says where it is done, such as the key of a project. */
public interface ScopeParameter {
    /**
     * The scope that this names.
     *
     * @param outer the scope that the parameters before name
     */
    PermissionScope in(PermissionScope outer);
}
