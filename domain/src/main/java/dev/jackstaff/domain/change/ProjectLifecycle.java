package dev.jackstaff.domain.change;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectDetails;
import java.util.List;
import java.util.UUID;

/** An instruction about whether a project exists. It stands alone: a project cannot be made and changed at once. */
public sealed interface ProjectLifecycle extends Lifecycle {
    /** Creates a project with the environments production, staging and development. */
    record CreateProject(ProjectDetails details) implements ProjectLifecycle {
        @Override
        public Permission permission() {
            return Permission.PROJECT_CREATE;
        }

        @Override
        public String sentence() {
            return "Create the project";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of(new DeleteProject(true));
        }
    }

    /**
     * Deletes a project with everything it owns. Nothing brings it back.
     *
     * @param force also if flags, segments or keys are lost
     */
    record DeleteProject(boolean force) implements ProjectLifecycle {
        @Override
        public Permission permission() {
            return Permission.PROJECT_DELETE;
        }

        @Override
        public String sentence() {
            return "Delete the project";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of();
        }
    }
}
