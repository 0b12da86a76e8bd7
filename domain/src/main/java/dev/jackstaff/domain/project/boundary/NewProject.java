package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.project.ProjectKey;

/**
 * The data for creating a project.
 *
 * @param name empty for the key
 */
public record NewProject(ProjectKey key, String name, String description) {}
