package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.actor.Role;

/** What can be changed of a user. */
public record UserDetails(String name, Role role, boolean active) {}
