package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.project.entity.Environment;

/** Event: an environment was created in this transaction. Observers create what exists once per environment. */
public record EnvironmentCreated(Environment environment) {}
