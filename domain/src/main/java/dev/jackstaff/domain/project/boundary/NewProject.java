package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.project.ProjectKey;

/**
 * A project to be.
 *
 * @param name empty for the key
 */
public record NewProject(ProjectKey key, String name, String description) {}
