package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.project.EnvironmentKey;

/** The data for creating an environment. */
public record NewEnvironment(EnvironmentKey key, EnvironmentDetails details) {}
