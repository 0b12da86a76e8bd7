package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagMovement;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change did, or would do.
 *
 * @param revisions the revision of each environment after it
 * @param projectRevision the revision of the project after it
 * @param sentences what each step does, for people, in their order
 * @param effects what differs, before and after, as the audit trail has it; empty if nothing does
 * @param movements who is answered with another variant; empty also if the settings of very many flags differ
 * @param warnings what people should look at, though it is allowed
 * @param inverse the steps that take it back, in their order
 */
public record ChangeResult(
        Map<EnvironmentKey, Long> revisions,
        long projectRevision,
        List<String> sentences,
        List<AuditChange> effects,
        List<FlagMovement> movements,
        List<String> warnings,
        List<ChangeStep> inverse) {
    public ChangeResult {
        revisions = Collections.unmodifiableMap(new LinkedHashMap<>(revisions));
        sentences = List.copyOf(sentences);
        effects = List.copyOf(effects);
        movements = List.copyOf(movements);
        warnings = List.copyOf(warnings);
        inverse = List.copyOf(inverse);
    }
}
