package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.Role;

/**
 * The data for creating a user.
 *
 * @param name empty for the part of the address before the at sign
 * @param password at least 8 characters
 */
public record NewUser(String email, String name, String password, Role role) {
    @Override
    public String toString() {
        return "NewUser[" + email + ", " + role + "]";
    }
}
