package dev.jackstaff.api.flexflag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.NewEnvironment;
import dev.jackstaff.domain.project.boundary.NewProject;
import dev.jackstaff.domain.project.boundary.ProjectView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A project in FlexFlag's format. */
public record FlexflagProject(
        UUID id,
        String name,
        String description,
        String slug,
        @JsonProperty("is_active") boolean active,
        @JsonProperty("created_at") String createdAt) {
    static FlexflagProject of(ProjectView view) {
        return new FlexflagProject(
                view.id(),
                view.name(),
                view.description(),
                view.key().value(),
                true,
                view.createdAt().toString());
    }

    /** A page of projects. */
    @Schema(name = "FlexflagProjectPage")
    public record Page(List<FlexflagProject> projects, int limit, int offset) {
        private static final int DEFAULT_LIMIT = 20;
        private static final int MAX_LIMIT = 100;

        public Page {
            projects = List.copyOf(projects);
        }

        static Page of(List<ProjectView> all, @Nullable String limit, @Nullable String offset) {
            int most = limit == null
                    ? DEFAULT_LIMIT
                    : (int) Math.max(1, Math.min(MAX_LIMIT, QueryParameters.number("limit", limit)));
            int skipped =
                    offset == null ? 0 : (int) Math.min(Integer.MAX_VALUE, QueryParameters.number("offset", offset));
            List<FlexflagProject> page = all.stream()
                    .skip(skipped)
                    .limit(most)
                    .map(FlexflagProject::of)
                    .toList();
            return new Page(page, most, skipped);
        }
    }

    /** The body of a request that creates or changes a project; what a change leaves out stays. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "FlexflagProjectBody")
    public record Body(@Nullable String name, @Nullable String slug, @Nullable String description) {
        NewProject toNewProject() {
            return new NewProject(
                    RequestFields.parse("slug", slug, ProjectKey::new),
                    RequestFields.text(name),
                    RequestFields.text(description));
        }

        ProjectDetails toDetails(ProjectView before) {
            return new ProjectDetails(
                    RequestFields.textOr(name, before.name()), RequestFields.textOr(description, before.description()));
        }
    }

    /** An environment of a project. */
    @Schema(name = "FlexflagEnvironment")
    public record Environment(
            UUID id,
            String name,
            String key,
            String description,
            @JsonProperty("sort_order") int sortOrder,
            @JsonProperty("is_active") boolean active) {
        static Environment of(EnvironmentView view) {
            return new Environment(view.id(), view.name(), view.key().value(), "", view.sortOrder(), true);
        }
    }

    /** All environments of a project. */
    @Schema(name = "FlexflagProjectEnvironments")
    public record Environments(List<Environment> environments) {
        public Environments {
            environments = List.copyOf(environments);
        }
    }

    /** The body of a request that creates an environment. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "FlexflagEnvironmentBody")
    public record EnvironmentBody(
            @Nullable String name, @Nullable String key, @JsonProperty("sort_order") @Nullable Integer sortOrder) {
        NewEnvironment toNewEnvironment() {
            return new NewEnvironment(
                    RequestFields.parse("key", key, EnvironmentKey::new), RequestFields.text(name), false, sortOrder);
        }
    }
}
