package dev.jackstaff.domain.project.boundary;

/**
 * What can be changed of an environment.
 *
 * @param name empty for the key
 * @param production whether people should be careful
 * @param sortOrder its place among its siblings, lowest first
 */
public record EnvironmentDetails(String name, boolean production, int sortOrder) {}
