package dev.jackstaff.api.access;

import dev.jackstaff.api.json.RequestFields;
import org.jspecify.annotations.Nullable;

/** The body of a login request. */
public record LoginRequest(@Nullable String email, @Nullable String password) {
    String requiredEmail() {
        return RequestFields.required("email", email);
    }

    String requiredPassword() {
        return RequestFields.required("password", password);
    }

    @Override
    public String toString() {
        return "LoginRequest[" + email + "]";
    }
}
