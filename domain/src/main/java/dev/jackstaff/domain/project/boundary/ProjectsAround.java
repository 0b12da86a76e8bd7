package dev.jackstaff.domain.project.boundary;

import java.util.List;

/**
 * All projects, by key, and the environments of one of them.
 *
 * @param environments in their order; none also if there is no such project
 */
public record ProjectsAround(List<ProjectView> projects, List<EnvironmentView> environments) {
    public ProjectsAround {
        projects = List.copyOf(projects);
        environments = List.copyOf(environments);
    }
}
