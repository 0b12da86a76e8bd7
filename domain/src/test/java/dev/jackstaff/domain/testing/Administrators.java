package dev.jackstaff.domain.testing;

/** The users who administer the hub of the tests. */
public final class Administrators {
    private Administrators() {}

    /** Leaves one who is active, {@link DomainContainer#ADMIN}: other tests make more. */
    public static void leaveOne(DomainContainer hub) {
        hub.query("with left_out as (update hub_user set active = false where email <> '" + DomainContainer.ADMIN_EMAIL
                + "' and id in (select subject_id from effective_grant where role = 'administrator') returning email)"
                + " select email from left_out");
    }
}
