package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.flag.FlagKey;
import java.util.List;

/**
 * What a change did, or would do.
 *
 * @param revision the revision of the environment after it
 * @param sentences what each instruction does, for people
 * @param effects the flags whose settings differ now
 * @param inverse the instructions that take it all back, in their order
 */
public record ChangeResult(
        long revision, List<String> sentences, List<Effect> effects, List<StateInstruction> inverse) {
    public ChangeResult {
        sentences = List.copyOf(sentences);
        effects = List.copyOf(effects);
        inverse = List.copyOf(inverse);
    }

    /**
     * The settings of a flag before and after.
     *
     * @param before as JSON, as in the audit trail
     * @param after as JSON, as in the audit trail
     */
    public record Effect(FlagKey flag, String before, String after) {}
}
