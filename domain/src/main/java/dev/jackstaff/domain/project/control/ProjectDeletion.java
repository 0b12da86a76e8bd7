package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.project.entity.Project;

/** Event: a project is about to be deleted without force. Observers add what would be lost. */
public record ProjectDeletion(Project project, Losses losses) {}
