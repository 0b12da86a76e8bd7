package dev.jackstaff.admin.project;

import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.change.boundary.ProjectChanges;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.domain.project.boundary.NewProject;
import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The projects page, with the projects and their environments. */
@Named
@RequestScoped
public class ProjectsView implements Serializable {
    @Inject
    Projects projects;

    @Inject
    ProjectChanges projectChanges;

    @Inject
    Environments environments;

    @Inject
    PageMessages messages;

    private Map<ProjectView, List<EnvironmentView>> all = Map.of();
    private String key = "";
    private String name = "";
    private String description = "";

    public void open() {
        Map<ProjectView, List<EnvironmentView>> read = new LinkedHashMap<>();
        projects.list().forEach(project -> read.put(project, environments.list(project.key())));
        all = read;
    }

    /** Creates a project and goes to its flags. */
    public String create() {
        ProjectView project = projectChanges.create(new NewProject(new ProjectKey(key.strip()), name, description));
        messages.addSuccessAfterRedirect("project.created", project.key());
        return "flags.xhtml?faces-redirect=true&project=" + project.key();
    }

    public List<ProjectView> getProjects() {
        return List.copyOf(all.keySet());
    }

    public List<EnvironmentView> environmentsOf(ProjectView project) {
        return all.getOrDefault(project, List.of());
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
