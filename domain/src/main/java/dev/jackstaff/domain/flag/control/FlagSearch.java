package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Paged queries of flags, each page with one statement. */
@ApplicationScoped
public class FlagSearch {
    private static final String WHERE_MATCHING =
            """
             from Flag f where f.projectId = :project and f.archived = :archived and (:all = true
                or lower(f.key) like :text escape '\\' or lower(f.name) like :text escape '\\'
                or lower(f.description) like :text escape '\\' or lower(f.owner) like :text escape '\\'
                or lower(SQL('cast(? as text)', f.tags)) like :text escape '\\')
            """;

    @Inject
    EntityManager entities;

    /**
     * The search criteria.
     *
     * @param text part of the key, name, description, owner or a tag, in any case; empty for all
     */
    public record Criteria(Project project, String text, boolean archived) {
        /** The text as an SQL pattern, in which {@code %}, {@code _} and backslash are themselves. */
        String pattern() {
            String escaped = text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
            return "%" + escaped + "%";
        }
    }

    /** The flags after a key, or from the first, at most {@code limit}. */
    public List<Flag> pageAfter(Criteria criteria, Optional<FlagKey> key, int limit) {
        String beyond = key.isPresent() ? " and f.key > :after" : "";
        TypedQuery<Flag> query = bind(
                entities.createQuery("select f" + WHERE_MATCHING + beyond + " order by f.key", Flag.class), criteria);
        key.ifPresent(after -> query.setParameter("after", after));
        return query.setMaxResults(limit).getResultList();
    }

    /** The keys of a project's flags that are not archived, in their order; none also if there is no such project. */
    public List<FlagKey> keys(ProjectKey project) {
        return entities.createQuery(
                        "select f.key from Flag f, Project p where p.key = :project and f.projectId = p.id"
                                + " and f.archived = false order by f.key",
                        FlagKey.class)
                .setParameter("project", project)
                .getResultList();
    }

    /** The states that are on, among those of these flags: pairs of a flag's and an environment's id. */
    public Set<StateId> enabledStates(List<Flag> flags) {
        if (flags.isEmpty()) {
            return Set.of();
        }
        List<Object[]> rows = entities.createQuery(
                        "select s.flagId, s.environmentId from FlagState s where s.enabled = true and s.flagId in :flags",
                        Object[].class)
                .setParameter("flags", flags.stream().map(Flag::id).toList())
                .getResultList();
        Set<StateId> on = new HashSet<>();
        rows.forEach(row -> on.add(new StateId((UUID) row[0], (UUID) row[1])));
        return on;
    }

    /** The changes of the states of these flags, by the id of the flag; only of those that have any. */
    public Map<UUID, StateChanges> stateChanges(List<Flag> flags) {
        if (flags.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entities.createQuery(
                        "select s.flagId, max(s.updatedAt), sum(s.version - 1) from FlagState s"
                                + " where s.flagId in :flags and s.version > 1 group by s.flagId",
                        Object[].class)
                .setParameter("flags", flags.stream().map(Flag::id).toList())
                .getResultList();
        Map<UUID, StateChanges> changes = new HashMap<>();
        rows.forEach(row -> changes.put(
                (UUID) row[0], new StateChanges(NativeColumns.instant(row[1]), NativeColumns.number(row[2]))));
        return changes;
    }

    /** The id of a flag's state: the ids of the flag and of the environment. */
    public record StateId(UUID flag, UUID environment) {}

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Criteria criteria) {
        return query.setParameter("project", criteria.project().id())
                .setParameter("archived", criteria.archived())
                .setParameter("all", criteria.text().isBlank())
                .setParameter("text", criteria.pattern());
    }
}
