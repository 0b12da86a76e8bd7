package dev.jackstaff.domain.change;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instruction of a change, and where it is carried out.
 *
 * @param environment where settings are changed; null if the instruction is about what all environments share
 */
public record ChangeStep(Instruction instruction, @Nullable EnvironmentKey environment) {
    public ChangeStep {
        if (!(instruction instanceof StateInstruction)) {
            environment = null;
        } else if (environment == null) {
            throw new DomainException.Invalid("environment", "is required by instructions about settings");
        }
    }

    /** Where the instruction needs permission, in a project. */
    public PermissionScope scope(ProjectKey project) {
        return environment == null ? project.scope() : environment.in(project.scope());
    }

    /** Instructions as steps; those about settings are carried out in the environment. */
    public static List<ChangeStep> in(@Nullable EnvironmentKey environment, List<? extends Instruction> instructions) {
        return instructions.stream()
                .map(instruction -> new ChangeStep(instruction, environment))
                .toList();
    }

    /** One instruction in several environments, as steps. */
    public static List<ChangeStep> in(List<EnvironmentKey> environments, Instruction instruction) {
        return environments.stream()
                .map(environment -> new ChangeStep(instruction, environment))
                .toList();
    }

    /** Instructions about what all environments share, as steps. */
    public static List<ChangeStep> of(List<? extends Instruction> instructions) {
        return in(null, instructions);
    }
}
