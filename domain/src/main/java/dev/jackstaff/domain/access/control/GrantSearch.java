package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.entity.Grant;
import dev.jackstaff.domain.access.entity.ServiceAccount;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.access.entity.UserGroup;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Grants with the names of what they refer to. */
@ApplicationScoped
public class GrantSearch {
    private static final String GRANTS = "select g, u, r, a, p, e from Grant g left join User u on g.userId = u.id"
            + " left join UserGroup r on g.groupId = r.id left join ServiceAccount a on g.serviceAccountId = a.id"
            + " left join Project p on g.projectId = p.id left join Environment e on g.environmentId = e.id";

    private static final String ORDER = " order by g.createdAt, g.id";

    @Inject
    EntityManager entities;

    /** A grant with the name of whom it was given to, and its scope. */
    public record FoundGrant(Grant grant, String subjectName, PermissionScope scope) {}

    /** The grant, or {@link DomainException.NotFound}. */
    public FoundGrant existing(UUID id) {
        return found(query(" where g.id = :id").setParameter("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("grant", id));
    }

    /**
     * The grants of somebody, or in a project, or both, in the order of their making.
     *
     * @param subject null for everybody
     * @param project null for all
     */
    public List<FoundGrant> find(@Nullable GrantSubject subject, @Nullable UUID project) {
        String of = subject == null
                ? ""
                : switch (subject.kind()) {
                    case USER -> " and g.userId = :subject";
                    case GROUP -> " and g.groupId = :subject";
                    case SERVICE_ACCOUNT -> " and g.serviceAccountId = :subject";
                };
        String in = project == null ? "" : " and g.projectId = :project";
        TypedQuery<Object[]> query = query(" where 1 = 1" + of + in);
        if (subject != null) {
            query.setParameter("subject", subject.id());
        }
        if (project != null) {
            query.setParameter("project", project);
        }
        return found(query);
    }

    private TypedQuery<Object[]> query(String condition) {
        return entities.createQuery(GRANTS + condition + ORDER, Object[].class);
    }

    private static List<FoundGrant> found(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new FoundGrant(
                        (Grant) row[0],
                        name((User) row[1], (UserGroup) row[2], (ServiceAccount) row[3]),
                        Scopes.of((Project) row[4], (Environment) row[5])))
                .toList();
    }

    private static String name(@Nullable User user, @Nullable UserGroup group, @Nullable ServiceAccount account) {
        if (user != null) {
            return user.email();
        }
        if (group != null) {
            return group.name();
        }
        return account == null ? "" : account.name();
    }
}
