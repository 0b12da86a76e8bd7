package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.Role;

/** The changeable details of a user. */
public record UserDetails(String name, Role role, boolean active) {}
