package dev.jackstaff.domain.draft.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft is.
 *
 * @param user the person whose draft it is
 * @param environment null for what all environments share
 */
public record DraftPlace(UUID user, Project project, Flag flag, @Nullable Environment environment) {
    FlagKey flagKey() {
        return flag.key();
    }
}
