package dev.jackstaff.api.access;

import dev.jackstaff.api.json.RequestFields;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that changes one's own password.
 *
 * @param newPassword 8 to 1,000 characters
 */
public record PasswordRequest(@Nullable String currentPassword, @Nullable String newPassword) {
    String requiredCurrentPassword() {
        return RequestFields.required("currentPassword", currentPassword);
    }

    String requiredNewPassword() {
        return RequestFields.required("newPassword", newPassword);
    }

    @Override
    public String toString() {
        return "PasswordRequest[]";
    }
}
