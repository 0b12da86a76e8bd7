package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.change.ChangeStep;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a change did.
 *
 * @param sentences what each step does, for people, in their order
 * @param effects what differs, before and after, as the audit trail has it; empty if nothing does
 * @param settings the settings that differ
 * @param warnings what people should look at, though it is allowed
 * @param inverse the steps that take it back, in their order
 * @param revisions the new revisions of the environments that have others now, by their ids
 */
public record ChangeOutcome(
        List<String> sentences,
        List<AuditChange> effects,
        List<SettingsChange> settings,
        List<String> warnings,
        List<ChangeStep> inverse,
        Map<UUID, Long> revisions) {
    public ChangeOutcome {
        sentences = List.copyOf(sentences);
        effects = List.copyOf(effects);
        settings = List.copyOf(settings);
        warnings = List.copyOf(warnings);
        inverse = List.copyOf(inverse);
        revisions = Map.copyOf(revisions);
    }
}
