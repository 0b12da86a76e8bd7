package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.project.entity.Project;

/** Event: a project is about to be deleted without force. Observers refuse by throwing a conflict. */
public record ProjectDeletion(Project project) {}
