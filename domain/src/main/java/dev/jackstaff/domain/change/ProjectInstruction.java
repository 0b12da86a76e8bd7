package dev.jackstaff.domain.change;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectDetails;
import java.util.List;
import java.util.Set;

/** An instruction about the details of a project. */
public sealed interface ProjectInstruction extends Edit<ProjectDetails> {
    @Override
    default String subject() {
        return "project";
    }

    @Override
    default Permission permission() {
        return Permission.PROJECT_UPDATE;
    }

    @Override
    List<ProjectInstruction> inverse(ProjectDetails present);

    /** Sets the name of a project. */
    record RenameProject(String name) implements ProjectInstruction {
        @Override
        public Set<ProjectField> fields() {
            return Set.of(ProjectField.NAME);
        }

        @Override
        public ProjectDetails apply(ProjectDetails present) {
            return new ProjectDetails(name, present.description());
        }

        @Override
        public List<ProjectInstruction> inverse(ProjectDetails present) {
            return present.name().equals(name) ? List.of() : List.of(new RenameProject(present.name()));
        }

        @Override
        public String sentence(ProjectDetails present) {
            return "Name the project \"" + name + "\"";
        }
    }

    /** Sets the description of a project. */
    record DescribeProject(String description) implements ProjectInstruction {
        @Override
        public Set<ProjectField> fields() {
            return Set.of(ProjectField.DESCRIPTION);
        }

        @Override
        public ProjectDetails apply(ProjectDetails present) {
            return new ProjectDetails(present.name(), description);
        }

        @Override
        public List<ProjectInstruction> inverse(ProjectDetails present) {
            return present.description().equals(description)
                    ? List.of()
                    : List.of(new DescribeProject(present.description()));
        }

        @Override
        public String sentence(ProjectDetails present) {
            return "Change the description of the project";
        }
    }
}
