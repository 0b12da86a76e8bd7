package dev.jackstaff.domain.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to record: action, subject, and the subject before and after as JSON.
 *
 * @param before the resource before the change as JSON; none if it was created
 * @param after the resource after the change as JSON; none if it was deleted
 */
public record AuditChange(String action, Subject subject, @Nullable String before, @Nullable String after) {
    /**
     * The changed resource.
     *
     * @param resource its kind, such as {@code flag}
     * @param project empty if it belongs to none
     * @param environment empty if it concerns all or none
     */
    public record Subject(String resource, String key, String project, String environment) {
        public static final String USER = "user";
        public static final String GROUP = "group";
        public static final String SERVICE_ACCOUNT = "service account";
        public static final String ROLE = "role";
        public static final String GRANT = "grant";
        public static final String TOKEN = "token";

        /** The kind of requests, which are subjects if they are refused. */
        public static final String REQUEST = "request";

        /** The kind of the audit trail itself. */
        public static final String TRAIL = "audit trail";

        /** The kinds whose entries are only for those who read all of the trail. */
        public static final List<String> CONFIDENTIAL =
                List.of(USER, GROUP, SERVICE_ACCOUNT, ROLE, GRANT, TOKEN, REQUEST, TRAIL);

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

    /** This change with another action. */
    public AuditChange withAction(String better) {
        return new AuditChange(better, subject, before, after);
    }
}
