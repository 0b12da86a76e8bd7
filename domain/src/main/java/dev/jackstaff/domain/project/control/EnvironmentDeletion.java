package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.project.entity.Environment;

/** Event: an environment is about to be deleted without force. Observers add what would be lost. */
public record EnvironmentDeletion(Environment environment, Losses losses) {}
