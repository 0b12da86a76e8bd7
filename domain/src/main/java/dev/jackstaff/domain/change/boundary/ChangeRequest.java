package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.List;
import java.util.OptionalLong;

/**
 * A change to be made as a whole, or not at all.
 *
 * @param base the revision of the environment that the caller has seen; empty to change whatever is there
 * @param instructions 1 to {@value #MAX_INSTRUCTIONS}, carried out in their order
 */
public record ChangeRequest(EnvironmentKey environment, OptionalLong base, List<StateInstruction> instructions) {
    public static final int MAX_INSTRUCTIONS = 1_000;

    public ChangeRequest {
        instructions = List.copyOf(instructions);
        if (instructions.isEmpty() || instructions.size() > MAX_INSTRUCTIONS) {
            throw new DomainException.Invalid("changes", "must be 1 to " + MAX_INSTRUCTIONS);
        }
    }
}
