package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.project.entity.Project;

/** A project is about to be deleted without force. An event; what would be lost objects by throwing a conflict. */
public record ProjectDeletion(Project project) {}
