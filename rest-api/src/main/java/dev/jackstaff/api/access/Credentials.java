package dev.jackstaff.api.access;

import dev.jackstaff.api.json.Member;
import org.jspecify.annotations.Nullable;

/** Who wants to sign in. */
public record Credentials(@Nullable String email, @Nullable String password) {
    String neededEmail() {
        return Member.required("email", email);
    }

    String neededPassword() {
        return Member.required("password", password);
    }

    @Override
    public String toString() {
        return "Credentials[" + email + "]";
    }
}
