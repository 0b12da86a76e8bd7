package dev.jackstaff.domain.change;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instruction about whether an environment exists. */
public sealed interface EnvironmentLifecycle extends Lifecycle {
    EnvironmentKey environment();

    /**
     * Creates an environment, in which every flag is off.
     *
     * @param name empty for the key
     * @param sortOrder its position among the project's environments, lowest first; null for the last
     * @param colour null for the one that is used least
     */
    record CreateEnvironment(
            EnvironmentKey environment,
            String name,
            boolean production,
            @Nullable Integer sortOrder,
            @Nullable EnvironmentColour colour)
            implements EnvironmentLifecycle {
        /** An environment of the colour that is used least. */
        public CreateEnvironment(
                EnvironmentKey environment, String name, boolean production, @Nullable Integer sortOrder) {
            this(environment, name, production, sortOrder, null);
        }

        @Override
        public Permission permission() {
            return Permission.ENVIRONMENT_CREATE;
        }

        @Override
        public String sentence() {
            return "Create the environment \"" + environment + "\"";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of(new DeleteEnvironment(environment, true));
        }
    }

    /**
     * Deletes an environment with its states and keys. Nothing brings it back.
     *
     * @param force also if flags that are on, settings or keys are lost
     */
    record DeleteEnvironment(EnvironmentKey environment, boolean force) implements EnvironmentLifecycle {
        @Override
        public Permission permission() {
            return Permission.ENVIRONMENT_DELETE;
        }

        @Override
        public String sentence() {
            return "Delete the environment \"" + environment + "\"";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of();
        }
    }
}
