package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.control.ProjectEditor;
import dev.jackstaff.domain.project.entity.Project;
import java.util.UUID;

/** The details of a project, under change. They have no versions, so none conflicts. */
final class ProjectTarget extends ChangeTarget<ProjectDetails> {
    private final Project project;

    ProjectTarget(Project project) {
        super(project.auditJson());
        this.project = project;
    }

    @Override
    UUID id() {
        return project.id();
    }

    @Override
    ProjectDetails present() {
        return project.details();
    }

    @Override
    ProjectDetails seen(long base) {
        return present();
    }

    @Override
    void change(ProjectDetails wanted) {
        ProjectEditor.update(project, wanted);
    }

    @Override
    AuditChange.Subject subject() {
        return project.subject();
    }

    @Override
    String after() {
        return project.auditJson();
    }
}
