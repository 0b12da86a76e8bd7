package dev.jackstaff.api.access;

import java.util.List;

/** The resources of this package: who may do what, and by which credentials. */
public final class AccessResources {
    public static final List<Class<?>> ALL = List.of(
            AuthResource.class,
            AccountResource.class,
            UsersResource.class,
            GroupsResource.class,
            ServiceAccountsResource.class,
            ServiceAccountTokensResource.class,
            OwnTokensResource.class,
            RolesResource.class,
            PermissionsResource.class,
            GrantsResource.class,
            ApiKeysResource.class);

    private AccessResources() {}
}
