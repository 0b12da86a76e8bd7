package dev.jackstaff.domain.change;

import dev.jackstaff.domain.permission.Permission;

/**
 * One thing that somebody wants changed. It is a value: it can be checked, told to people, kept and carried out later. An
 * {@link Edit} changes what is there; a {@link Lifecycle} makes something, removes it, or brings it back.
 */
public sealed interface Instruction permits Edit, Lifecycle {
    /** What whoever gives it must be allowed to do. */
    Permission permission();
}
