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
            "project_key_uk", "there is a project with this key already",
            "environment_key_uk", "the project has an environment with this key already",
            "segment_key_uk", "the project has a segment with this key already",
            "flag_key_uk", "the project has a flag with this key already",
            "flag_state_flag_environment_uk", "the flag has a state in this environment already",
            "hub_user_email_uk", "there is a user with this e-mail address already",
            "api_key_hash_uk", "there is such a key already");

    private static final Map<String, String> REFERENCES = Map.of(
            "flag_usage_flag_fk", "the flag has been deleted meanwhile",
            "flag_usage_environment_fk", "the environment has been deleted meanwhile",
            "environment_project_fk", "the project has been deleted meanwhile",
            "segment_project_fk", "the project has been deleted meanwhile",
            "flag_project_fk", "the project has been deleted meanwhile",
            "flag_state_flag_fk", "the flag has been deleted meanwhile",
            "flag_state_environment_fk", "the environment has been deleted meanwhile",
            "api_key_project_fk", "the project has been deleted meanwhile",
            "api_key_environment_fk", "the environment has been deleted meanwhile");

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
