package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that changes a project.
 *
 * @param environment the key of the environment; left out if no instruction changes settings
 * @param base the revision of the environment that the caller has seen; left out to change whatever is there
 * @param projectBase the revision of the project that the caller has seen, for what all environments share; likewise
 * @param dryRun true to be told what would be done, and nothing else
 * @param changes at least one; all are made, or none
 */
public record ChangeRequestBody(
        @Nullable String environment,
        @Nullable Long base,
        @Nullable Long projectBase,
        @Nullable Boolean dryRun,
        @Nullable List<@Nullable InstructionBody> changes) {
    ChangeRequest toRequest() {
        List<InstructionBody> bodies = RequestFields.list("changes", changes);
        List<Instruction<?>> instructions = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            instructions.add(new InstructionReader(bodies.get(i), "changes[" + i + "]").read());
        }
        return new ChangeRequest(
                RequestFields.parseOptional("environment", environment, EnvironmentKey::new),
                base == null ? OptionalLong.empty() : OptionalLong.of(base),
                projectBase == null ? OptionalLong.empty() : OptionalLong.of(projectBase),
                instructions);
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
