package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A change to be made as a whole, or not at all.
 *
 * @param environment where settings are changed; null if none are
 * @param base the revision of the environment that the caller has seen; empty to change whatever is there
 * @param projectBase the revision of the project that the caller has seen, for what all environments share; empty likewise
 * @param instructions 1 to {@value #MAX_INSTRUCTIONS}, carried out in their order
 */
public record ChangeRequest(
        @Nullable EnvironmentKey environment,
        OptionalLong base,
        OptionalLong projectBase,
        List<Instruction<?>> instructions) {
    public static final int MAX_INSTRUCTIONS = 1_000;

    public ChangeRequest {
        instructions = List.copyOf(instructions);
        if (instructions.isEmpty() || instructions.size() > MAX_INSTRUCTIONS) {
            throw new DomainException.Invalid("changes", "must be 1 to " + MAX_INSTRUCTIONS);
        }
        if (environment == null && instructions.stream().anyMatch(StateInstruction.class::isInstance)) {
            throw new DomainException.Invalid("environment", "is required by instructions about settings");
        }
        if (environment == null && base.isPresent()) {
            throw new DomainException.Invalid(
                    "base", "needs an environment; the project's revision is the projectBase");
        }
    }
}
