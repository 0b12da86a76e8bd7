package dev.jackstaff.domain.project.boundary;

/**
 * The changeable details of a project.
 *
 * @param name empty for the key
 */
public record ProjectDetails(String name, String description) {}
