package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.actor.Role;

/** The changeable details of a user. */
public record UserDetails(String name, Role role, boolean active) {}
