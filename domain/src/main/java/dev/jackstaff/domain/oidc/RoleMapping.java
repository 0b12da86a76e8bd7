package dev.jackstaff.domain.oidc;

import dev.jackstaff.domain.permission.BuiltInRole;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The roles in the installation that groups of an identity provider give.
 *
 * @param claim the claim with the groups; null if groups give no roles
 * @param roles by group
 * @param ofOthers the roles of new users, and of those in no such group
 */
public record RoleMapping(@Nullable ClaimPath claim, Map<String, BuiltInRole> roles, Set<BuiltInRole> ofOthers) {
    public RoleMapping {
        roles = Map.copyOf(roles);
        ofOthers = Set.copyOf(ofOthers);
    }

    /** The groups that a token names. */
    public GroupClaims groups(Map<String, ?> claims) {
        return claim == null ? GroupClaims.ABSENT : GroupClaims.of(claim.find(claims));
    }

    /** The roles that groups give; empty if the groups are absent, so that roles stay as they are. */
    public Optional<Set<BuiltInRole>> roles(GroupClaims groups) {
        if (!groups.present()) {
            return Optional.empty();
        }
        Set<BuiltInRole> given =
                groups.names().stream().map(roles::get).filter(Objects::nonNull).collect(Collectors.toSet());
        return Optional.of(given.isEmpty() ? ofOthers : given);
    }
}
