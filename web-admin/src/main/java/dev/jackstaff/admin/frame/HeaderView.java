package dev.jackstaff.admin.frame;

import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page header with the list of projects. */
@Named
@RequestScoped
public class HeaderView {
    @Inject
    Projects projects;

    private @Nullable List<ProjectView> all;

    public List<ProjectView> getProjects() {
        if (all == null) {
            all = projects.list();
        }
        return all;
    }

    /** The name of this project, or the key itself if there is none. */
    public String nameOf(String project) {
        return getProjects().stream()
                .filter(candidate -> candidate.key().value().equals(project))
                .map(ProjectView::name)
                .findFirst()
                .orElse(project);
    }
}
