package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.change.Instruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change did, or would do.
 *
 * @param revision the revision of the environment after it; null if it named none
 * @param projectRevision the revision of the project after it
 * @param sentences what each instruction does, for people
 * @param effects what differs now, before and after, as in the audit trail
 * @param inverse the instructions that take it all back, in their order
 */
public record ChangeResult(
        @Nullable Long revision,
        long projectRevision,
        List<String> sentences,
        List<AuditChange> effects,
        List<Instruction<?>> inverse) {
    public ChangeResult {
        sentences = List.copyOf(sentences);
        effects = List.copyOf(effects);
        inverse = List.copyOf(inverse);
    }
}
