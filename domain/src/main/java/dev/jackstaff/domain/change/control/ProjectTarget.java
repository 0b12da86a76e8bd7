package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.control.ProjectEditor;
import dev.jackstaff.domain.project.entity.Project;
import java.util.UUID;

/** The details of a project, under change. Bases are revisions of the project. */
final class ProjectTarget extends ChangeTarget<ProjectDetails> {
    private final ChangeStores stores;
    private final Project project;

    ProjectTarget(ChangeStores stores, Project project) {
        super(project.auditJson());
        this.stores = stores;
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
        return stores.sharedHistory
                .projectAt(project, base)
                .orElseThrow(() -> unknownAt("project", project.key(), base));
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
