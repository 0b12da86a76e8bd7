package dev.jackstaff.domain.storage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The messages for violated constraints, by constraint name. Most violations are refused in Java first; these remain
 * when two callers race.
 */
final class ConstraintMessages {
    private static final Map<String, String> UNIQUE = Map.ofEntries(
            Map.entry("project_key_uk", "a project with this key already exists"),
            Map.entry("environment_key_uk", "an environment with this key already exists in the project"),
            Map.entry("segment_key_uk", "a segment with this key already exists in the project"),
            Map.entry("context_attribute_name_uk", "an attribute with this name already exists in the project"),
            Map.entry("flag_key_uk", "a flag with this key already exists in the project"),
            Map.entry("flag_state_flag_environment_uk", "the flag already has a state in this environment"),
            Map.entry("hub_user_email_uk", "a user with this e-mail address already exists"),
            Map.entry("user_session_cookie_hash_uk", "a session with this cookie already exists"),
            Map.entry("user_identity_subject_uk", "this identity has been linked in the meantime; sign in again"),
            Map.entry("user_identity_user_uk", "the user is linked to another identity of this provider"),
            Map.entry("api_key_hash_uk", "an API key with this secret already exists"),
            Map.entry("access_token_hash_uk", "an access token with this secret already exists"),
            Map.entry("access_role_key_uk", "a role with this key already exists"),
            Map.entry("user_group_name_uk", "a group with this name already exists"),
            Map.entry("service_account_name_uk", "a service account with this name already exists"));

    private static final String NO_PROJECT = "the project has been deleted in the meantime";
    private static final String NO_ENVIRONMENT = "the environment has been deleted in the meantime";
    private static final String NO_USER = "the user has been deleted in the meantime";
    private static final String NO_ACCOUNT = "the service account has been deleted in the meantime";
    private static final String NO_GROUP = "the group has been deleted in the meantime";
    private static final String NO_FLAG = "the flag has been deleted in the meantime";

    private static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("flag_usage_flag_fk", NO_FLAG),
            Map.entry("flag_usage_environment_fk", NO_ENVIRONMENT),
            Map.entry("unknown_flag_environment_fk", NO_ENVIRONMENT),
            Map.entry("user_session_user_fk", NO_USER),
            Map.entry("user_identity_user_fk", NO_USER),
            Map.entry("provider_session_session_fk", "the session has ended in the meantime"),
            Map.entry("environment_project_fk", NO_PROJECT),
            Map.entry("segment_project_fk", NO_PROJECT),
            Map.entry("flag_project_fk", NO_PROJECT),
            Map.entry("flag_state_flag_fk", NO_FLAG),
            Map.entry("flag_state_environment_fk", NO_ENVIRONMENT),
            Map.entry("api_key_project_fk", NO_PROJECT),
            Map.entry("api_key_environment_fk", NO_ENVIRONMENT),
            Map.entry("project_revision_project_fk", NO_PROJECT),
            Map.entry("environment_revision_environment_fk", NO_ENVIRONMENT),
            Map.entry("flag_version_project_fk", NO_PROJECT),
            Map.entry("flag_state_version_environment_fk", NO_ENVIRONMENT),
            Map.entry("segment_version_project_fk", NO_PROJECT),
            Map.entry("context_attribute_project_fk", NO_PROJECT),
            Map.entry("project_version_project_fk", NO_PROJECT),
            Map.entry("environment_version_environment_fk", NO_ENVIRONMENT),
            Map.entry("context_attribute_version_project_fk", NO_PROJECT),
            Map.entry("stale_policy_project_fk", NO_PROJECT),
            Map.entry("draft_user_fk", NO_USER),
            Map.entry("draft_flag_fk", NO_FLAG),
            Map.entry("draft_environment_fk", NO_ENVIRONMENT),
            Map.entry("favourite_user_fk", NO_USER),
            Map.entry("favourite_flag_fk", NO_FLAG),
            Map.entry("saved_view_project_fk", NO_PROJECT),
            Map.entry("saved_view_user_fk", NO_USER),
            Map.entry("user_setting_user_fk", NO_USER),
            Map.entry("access_token_user_fk", NO_USER),
            Map.entry("access_token_account_fk", NO_ACCOUNT),
            Map.entry("access_token_project_fk", NO_PROJECT),
            Map.entry("access_token_environment_fk", NO_ENVIRONMENT),
            Map.entry("group_member_group_fk", NO_GROUP),
            Map.entry("group_member_user_fk", NO_USER),
            Map.entry("access_grant_user_fk", NO_USER),
            Map.entry("access_grant_group_fk", NO_GROUP),
            Map.entry("access_grant_account_fk", NO_ACCOUNT),
            Map.entry("access_grant_project_fk", NO_PROJECT),
            Map.entry("access_grant_environment_fk", NO_ENVIRONMENT));

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
