package dev.jackstaff.domain.project.boundary;

/**
 * The changeable details of an environment.
 *
 * @param name empty for the key
 * @param production whether it is used in production, so that people take care
 * @param sortOrder its position among the project's environments, lowest first
 */
public record EnvironmentDetails(String name, boolean production, int sortOrder) {}
