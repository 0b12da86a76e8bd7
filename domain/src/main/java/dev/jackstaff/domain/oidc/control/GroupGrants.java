package dev.jackstaff.domain.oidc.control;

import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.control.GrantStore;
import dev.jackstaff.domain.access.entity.Grant;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.audit.AuditAuthor;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.audit.AuditNote;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.permission.BuiltInRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The roles that providers give to their users. They are grants of their own: what somebody gave by hand, or another provider
 * gave, stays. The last administrator stays one, whatever the groups say.
 */
@ApplicationScoped
public class GroupGrants {
    private static final Logger LOG = Logger.getLogger(GroupGrants.class.getName());

    @Inject
    GrantStore grants;

    @Inject
    AuditRecorder audit;

    @Inject
    Clock clock;

    /** Gives a user these roles in the name of a provider, in place of those that it gave before. */
    void replace(User user, IdentityProvider provider, Set<BuiltInRole> wanted) {
        grants.lock();
        List<Grant> given = given(user, provider);
        Set<String> before = labels(given);
        Set<String> after = wanted.stream().map(BuiltInRole::label).collect(Collectors.toCollection(TreeSet::new));
        if (before.equals(after)) {
            return;
        }
        given.stream().filter(grant -> !after.contains(grant.role())).forEach(grants::remove);
        after.stream().filter(role -> !before.contains(role)).forEach(role -> give(user, provider, role));
        if (before.contains(BuiltInRole.ADMINISTRATOR.label()) && !grants.isAdministered()) {
            LOG.log(Level.WARNING, "{0} stays the last administrator, though no group says so.", user.email());
            give(user, provider, BuiltInRole.ADMINISTRATOR.label());
            after.add(BuiltInRole.ADMINISTRATOR.label());
        }
        audit.record(
                AuditAuthor.SYSTEM,
                AuditChange.updated(user.subject(), json(before), json(after))
                        .withAction("roles given by " + provider.name()),
                AuditNote.NONE);
    }

    private List<Grant> given(User user, IdentityProvider provider) {
        return grants.of(GrantSubject.user(user.id())).stream()
                .filter(grant ->
                        grant.origin() == GrantOrigin.OIDC && grant.createdBy().equals(provider.name()))
                .toList();
    }

    private static Set<String> labels(List<Grant> given) {
        return given.stream().map(Grant::role).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Gives a role, unless another provider has given it. */
    private void give(User user, IdentityProvider provider, String role) {
        Grant grant = new Grant(GrantSubject.user(user.id()), role, GrantOrigin.OIDC, provider.name(), clock.instant());
        if (grants.of(grant.subject()).stream().noneMatch(grant::isLike)) {
            grants.add(grant);
        }
    }

    private static String json(Set<String> roles) {
        return new AuditJson().text("roles", String.join(" ", roles)).toJson();
    }
}
