package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.project.EnvironmentKey;

/** An environment to be. */
public record NewEnvironment(EnvironmentKey key, EnvironmentDetails details) {}
