package dev.jackstaff.api.change;

import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.engine.JsonText;
import java.util.List;

/**
 * What a change did, or would do.
 *
 * @param dryRun whether nothing was changed
 * @param revision the revision of the environment after it
 * @param sentences what each instruction does, for people
 * @param effects the flags whose settings differ, before and after
 * @param undo the instructions that take it back
 */
public record ChangeResponse(
        boolean dryRun, long revision, List<String> sentences, List<Effect> effects, List<InstructionBody> undo) {
    public ChangeResponse {
        sentences = List.copyOf(sentences);
        effects = List.copyOf(effects);
        undo = List.copyOf(undo);
    }

    /** The settings of a flag before and after. */
    public record Effect(String flag, JsonText before, JsonText after) {
        static Effect of(ChangeResult.Effect effect) {
            return new Effect(effect.flag().value(), JsonText.parse(effect.before()), JsonText.parse(effect.after()));
        }
    }

    static ChangeResponse of(ChangeResult result, boolean dryRun) {
        return new ChangeResponse(
                dryRun,
                result.revision(),
                result.sentences(),
                result.effects().stream().map(Effect::of).toList(),
                result.inverse().stream().map(InstructionBody::of).toList());
    }
}
