package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.engine.snapshot.DefinitionReferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The look-up of the flags that refer to a segment. */
@ApplicationScoped
public class SegmentReferences {
    @Inject
    EntityManager entities;

    /** The keys of the flags with a rule in some environment that names a segment, archived ones too. */
    public List<String> flagsUsing(Project project, SegmentKey segment) {
        List<Object[]> rows = entities.createQuery(
                        "select f.key, s from Flag f, FlagState s where f.projectId = :project and s.flagId = f.id",
                        Object[].class)
                .setParameter("project", project.id())
                .getResultList();
        return rows.stream()
                .filter(row -> refersTo((FlagState) row[1], segment.value()))
                .map(row -> ((FlagKey) row[0]).value())
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean refersTo(FlagState state, String segment) {
        return state.settings().rules().stream().anyMatch(rule -> DefinitionReferences.segmentsOf(rule.condition())
                .contains(segment));
    }
}
