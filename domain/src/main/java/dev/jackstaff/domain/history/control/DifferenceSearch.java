package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.storage.SqlResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The search for the flags in which two recorded revisions may differ, so that only those are read whole. It compares what
 * is stored: a flag that is found may turn out to be alike, but none that differs is missed. What a recorded revision holds
 * never changes, so neither does the answer while others change the flags.
 */
@ApplicationScoped
public class DifferenceSearch {
    private static final String CHANGED = SqlResource.read(DifferenceSearch.class, "changed-flags.sql");
    private static final String DIFFERING_SETTINGS = SqlResource.read(DifferenceSearch.class, "differing-settings.sql");
    private static final String DIFFERING = SqlResource.read(DifferenceSearch.class, "differing-flags.sql");

    @Inject
    EntityManager entities;

    /** The flags that may differ between one environment at a revision and another, or the same, at another revision. */
    public Set<FlagKey> flags(Environment one, long revision, Environment other, long otherRevision) {
        return one.id().equals(other.id())
                ? changed(one, revision, otherRevision)
                : differing(one, revision, other, otherRevision);
    }

    private Set<FlagKey> changed(Environment environment, long revision, long otherRevision) {
        return keys(entities.createNativeQuery(CHANGED)
                .setParameter(1, environment.id().toString())
                .setParameter(2, revision)
                .setParameter(3, otherRevision));
    }

    private Set<FlagKey> differing(Environment one, long revision, Environment other, long otherRevision) {
        boolean sameProject = one.projectId().equals(other.projectId());
        return keys(entities.createNativeQuery(sameProject ? DIFFERING_SETTINGS : DIFFERING)
                .setParameter(1, one.id().toString())
                .setParameter(2, revision)
                .setParameter(3, other.id().toString())
                .setParameter(4, otherRevision));
    }

    private static Set<FlagKey> keys(Query query) {
        List<?> keys = query.getResultList();
        return keys.stream().map(key -> new FlagKey((String) key)).collect(Collectors.toSet());
    }
}
