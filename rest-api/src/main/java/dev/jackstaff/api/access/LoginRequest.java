package dev.jackstaff.api.access;

import dev.jackstaff.api.json.RequestFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a login request. */
@Schema(name = "Credentials")
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
