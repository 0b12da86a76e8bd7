package dev.jackstaff.domain.audit.control;

import org.jspecify.annotations.Nullable;

/**
 * What an actor did to one thing.
 *
 * @param before the thing as JSON; none where it was created
 * @param after the thing as JSON; none where it was deleted
 */
public record AuditChange(String action, Subject subject, @Nullable String before, @Nullable String after) {
    /**
     * The thing that was changed.
     *
     * @param resource what it is, as {@code flag}
     * @param project empty where it belongs to none
     * @param environment empty where it concerns all or none
     */
    public record Subject(String resource, String key, String project, String environment) {
        public static Subject of(String resource, Object key) {
            return new Subject(resource, key.toString(), "", "");
        }

        public Subject inProject(Object projectKey) {
            return new Subject(resource, key, projectKey.toString(), environment);
        }

        public Subject inEnvironment(Object environmentKey) {
            return new Subject(resource, key, project, environmentKey.toString());
        }
    }

    public static AuditChange created(Subject subject, String after) {
        return new AuditChange("created", subject, null, after);
    }

    public static AuditChange updated(Subject subject, String before, String after) {
        return new AuditChange("updated", subject, before, after);
    }

    public static AuditChange deleted(Subject subject, String before) {
        return new AuditChange("deleted", subject, before, null);
    }

    /** The same change under a more telling name. */
    public AuditChange withAction(String better) {
        return new AuditChange(better, subject, before, after);
    }
}
