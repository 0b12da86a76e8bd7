package dev.jackstaff.domain.storage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The messages for violated constraints, by constraint name. Most violations are refused in Java first; these remain
 * when two callers race.
 */
final class ConstraintMessages {
    private static final Map<String, String> UNIQUE = Map.of(
            "project_key_uk", "a project with this key already exists",
            "environment_key_uk", "an environment with this key already exists in the project",
            "segment_key_uk", "a segment with this key already exists in the project",
            "flag_key_uk", "a flag with this key already exists in the project",
            "flag_state_flag_environment_uk", "the flag already has a state in this environment",
            "hub_user_email_uk", "a user with this e-mail address already exists",
            "api_key_hash_uk", "an API key with this secret already exists");

    private static final Map<String, String> REFERENCES = Map.of(
            "flag_usage_flag_fk", "the flag has been deleted in the meantime",
            "flag_usage_environment_fk", "the environment has been deleted in the meantime",
            "user_session_user_fk", "the user has been deleted in the meantime",
            "environment_project_fk", "the project has been deleted in the meantime",
            "segment_project_fk", "the project has been deleted in the meantime",
            "flag_project_fk", "the project has been deleted in the meantime",
            "flag_state_flag_fk", "the flag has been deleted in the meantime",
            "flag_state_environment_fk", "the environment has been deleted in the meantime",
            "api_key_project_fk", "the project has been deleted in the meantime",
            "api_key_environment_fk", "the environment has been deleted in the meantime");

    private ConstraintMessages() {}

    /** The message for a violated constraint; empty if only a defect can violate it. */
    static Optional<String> message(String constraint) {
        return Optional.ofNullable(UNIQUE.get(constraint)).or(() -> Optional.ofNullable(REFERENCES.get(constraint)));
    }

    static Set<String> unique() {
        return UNIQUE.keySet();
    }

    static Set<String> references() {
        return REFERENCES.keySet();
    }
}
