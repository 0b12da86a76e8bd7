package dev.jackstaff.api.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jackstaff.api.http.QueryParameters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of projects in FlexFlag's format, for requests with FlexFlag's offset. */
public record FlexflagProjectsResponse(List<Entry> projects, int limit, int offset) {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    public FlexflagProjectsResponse {
        projects = List.copyOf(projects);
    }

    /** A project in FlexFlag's format. */
    public record Entry(
            UUID id,
            String name,
            String description,
            String slug,
            @JsonProperty("is_active") boolean active,
            @JsonProperty("created_at") String createdAt) {}

    static FlexflagProjectsResponse of(List<ProjectResponse> all, @Nullable String limit, String offset) {
        int most = limit == null
                ? DEFAULT_LIMIT
                : (int) Math.max(1, Math.min(MAX_LIMIT, QueryParameters.number("limit", limit)));
        int skipped = (int) Math.min(Integer.MAX_VALUE, QueryParameters.number("offset", offset));
        return new FlexflagProjectsResponse(
                all.stream()
                        .skip(skipped)
                        .limit(most)
                        .map(project -> new Entry(
                                project.id(),
                                project.name(),
                                project.description(),
                                project.key(),
                                true,
                                project.createdAt()))
                        .toList(),
                most,
                skipped);
    }
}
