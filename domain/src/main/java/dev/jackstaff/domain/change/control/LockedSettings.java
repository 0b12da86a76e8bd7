package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;

/**
 * The settings of a flag in an environment, as a use case has read them for a change in the same transaction.
 *
 * @param state locked until the transaction ends
 */
public record LockedSettings(Project project, Environment environment, Flag flag, FlagState state) {}
