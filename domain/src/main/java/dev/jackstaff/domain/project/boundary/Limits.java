package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.control.ContentLimits;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** The use case of reading the limits of content, and how much of them is used. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.EDGE_READ)
public class Limits {
    private static final int LARGEST = 20;
    private static final String ENVIRONMENTS =
            """
            select p.key, e.key, e.content_bytes
            from environment e join project p on p.id = e.project_id
            order by e.content_bytes desc, p.key, e.key
            """;

    @Inject
    ContentLimits limits;

    @Inject
    EntityManager entities;

    /** The limits, the size of all environments, and the largest of them. */
    public LimitsView get() {
        List<?> rows =
                entities.createNativeQuery(ENVIRONMENTS).setMaxResults(LARGEST).getResultList();
        List<LimitsView.EnvironmentSize> largest = rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new LimitsView.EnvironmentSize(
                        row[0].toString(), row[1].toString(), NativeColumns.number(row[2])))
                .toList();
        ContentLimits.Values current = limits.current();
        return new LimitsView(current.environmentBytes(), current.installationBytes(), limits.usedBytes(), largest);
    }
}
