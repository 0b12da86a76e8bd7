package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.SettingsPart;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Settings of flags that are taken from one environment to another of the same project.
 *
 * @param revision the revision of the first environment that they are taken from; empty for the present one
 * @param flags empty for all that are not archived
 * @param parts what is taken; at least one
 */
public record Promotion(
        EnvironmentKey from, OptionalLong revision, EnvironmentKey to, Set<FlagKey> flags, Set<SettingsPart> parts) {
    public Promotion {
        flags = Set.copyOf(flags);
        parts = Set.copyOf(parts);
        if (from.equals(to) && revision.isEmpty()) {
            throw new DomainException.Invalid("to", "must be another environment");
        }
        if (parts.isEmpty()) {
            throw new DomainException.Invalid("parts", "must be at least one");
        }
    }
}
