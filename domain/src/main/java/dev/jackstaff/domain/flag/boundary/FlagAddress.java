package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;

/** A flag in one environment. */
public record FlagAddress(ProjectKey project, FlagKey flag, EnvironmentKey environment) {}
