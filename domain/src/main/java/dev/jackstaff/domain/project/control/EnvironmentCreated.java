package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.project.entity.Environment;

/** A project has a new environment, in this transaction. An event; what needs a state per environment makes it now. */
public record EnvironmentCreated(Environment environment) {}
