package dev.jackstaff.api.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** The body of a request that creates or renames a group. */
@JsonIgnoreProperties({"id", "origin", "createdAt"})
public record GroupRequest(@Nullable String name, @Nullable Long version) {}
