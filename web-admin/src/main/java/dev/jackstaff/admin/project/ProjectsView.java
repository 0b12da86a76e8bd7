package dev.jackstaff.admin.project;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.change.boundary.ProjectChanges;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.domain.project.boundary.NewProject;
import dev.jackstaff.domain.project.boundary.ProjectView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The projects page, with the projects and their environments. */
@Named
@RequestScoped
public class ProjectsView {
    @Inject
    Here here;

    @Inject
    ProjectChanges projectChanges;

    @Inject
    Environments environments;

    @Inject
    PageMessages messages;

    private @Nullable Map<ProjectKey, List<EnvironmentView>> environmentsByProject;
    private String key = "";
    private String name = "";
    private String description = "";

    /** Creates a project and goes to its flags. */
    public String create() {
        ProjectView project = projectChanges.create(new NewProject(new ProjectKey(key.strip()), name, description));
        messages.addSuccessAfterRedirect("project.created", project.key());
        return "flags.xhtml?faces-redirect=true&project=" + project.key();
    }

    public List<ProjectView> getProjects() {
        return here.getProjects();
    }

    /** The marks of a project's environments, in their order. */
    public List<EnvironmentMark> marksOf(ProjectView project) {
        if (environmentsByProject == null) {
            environmentsByProject = environments.ofAllProjects();
        }
        return EnvironmentMark.of(environmentsByProject.getOrDefault(project.key(), List.of()));
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
