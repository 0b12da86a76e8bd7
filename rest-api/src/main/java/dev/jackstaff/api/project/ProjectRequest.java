package dev.jackstaff.api.project;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewProject;
import dev.jackstaff.domain.project.boundary.ProjectView;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or changes a project. Members that only responses have are ignored, so a response
 * can be sent back. In a change, members that are left out stay as they are.
 *
 * @param key required for a new project, and never changed; FlexFlag's clients call it {@code slug}
 * @param name left out for the key
 */
@JsonIgnoreProperties({"id", "createdAt", "settings"})
public record ProjectRequest(
        @JsonAlias("slug") @Nullable String key,
        @Nullable String name,
        @Nullable String description,
        @Nullable Long version) {
    NewProject toNewProject() {
        return new NewProject(
                RequestFields.parse("key", key, ProjectKey::new),
                RequestFields.text(name),
                RequestFields.text(description));
    }

    /** The details of a patched project. What was removed is as in a new one. */
    ProjectDetails toPatched(ProjectView before) {
        RequestFields.requireUnchanged("key", key, before.key());
        return new ProjectDetails(RequestFields.text(name), RequestFields.text(description));
    }

    ProjectDetails toDetails(ProjectView before) {
        RequestFields.requireUnchanged("key", key, before.key());
        return new ProjectDetails(
                RequestFields.textOr(name, before.name()), RequestFields.textOr(description, before.description()));
    }
}
