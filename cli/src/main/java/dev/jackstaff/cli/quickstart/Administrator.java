package dev.jackstaff.cli.quickstart;

import dev.jackstaff.cli.installation.InstallationState;
import java.util.Map;

/** The first administrator of an installation. */
public record Administrator(String email, String password) {
    public static Administrator of(InstallationState state) {
        return new Administrator("admin@jackstaff.local", state.secrets().adminPassword());
    }

    /** The environment variables with which the hub creates this administrator. */
    public Map<String, String> environmentVariables() {
        return Map.of("JACKSTAFF_HUB_ADMIN_EMAIL", email, "JACKSTAFF_HUB_ADMIN_PASSWORD", password);
    }

    @Override
    public String toString() {
        return email;
    }
}
