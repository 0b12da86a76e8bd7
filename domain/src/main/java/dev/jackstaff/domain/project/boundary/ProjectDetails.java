package dev.jackstaff.domain.project.boundary;

/**
 * What can be changed of a project.
 *
 * @param name empty for the key
 */
public record ProjectDetails(String name, String description) {}
