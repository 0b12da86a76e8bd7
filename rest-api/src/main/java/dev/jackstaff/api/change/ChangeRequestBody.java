package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that changes a project.
 *
 * @param environment the key of the environment
 * @param base the revision of the environment that the caller has seen; left out to change whatever is there
 * @param dryRun true to be told what would be done, and nothing else
 * @param changes at least one; all are made, or none
 */
public record ChangeRequestBody(
        @Nullable String environment,
        @Nullable Long base,
        @Nullable Boolean dryRun,
        @Nullable List<@Nullable InstructionBody> changes) {
    ChangeRequest toRequest() {
        List<InstructionBody> bodies = RequestFields.list("changes", changes);
        List<StateInstruction> instructions = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            instructions.add(bodies.get(i).toInstruction("changes[" + i + "]"));
        }
        return new ChangeRequest(
                RequestFields.parse("environment", environment, EnvironmentKey::new),
                base == null ? OptionalLong.empty() : OptionalLong.of(base),
                instructions);
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
