package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Piece;
import dev.jackstaff.admin.sentence.RuleSentence;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.RuleInstruction;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.draft.FieldConflict;
import dev.jackstaff.domain.draft.Stages;
import dev.jackstaff.domain.draft.boundary.DraftPreview;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.boundary.FlagView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What saving a draft would do, as the drawer shows it. */
public class Review {
    private final DraftPreview preview;
    private final VariantColours colours;

    Review(DraftPreview preview, FlagView flag) {
        this.preview = preview;
        this.colours = new VariantColours(flag.variants());
    }

    /** What each step does. */
    public List<ReviewedStep> getSteps() {
        ChangeResult result = preview.result();
        List<ChangeStep> steps = preview.draft().steps();
        List<ReviewedStep> reviewed = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String sentence = result == null ? "" : result.sentences().get(i);
            reviewed.add(step(i + 1, sentence, steps.get(i).instruction()));
        }
        return reviewed;
    }

    private ReviewedStep step(int number, String sentence, Instruction instruction) {
        Stages<FlagStateDetails> stages = Objects.requireNonNull(preview.settings());
        FlagStateDetails after = stages.rebased();
        if (after == null) {
            after = stages.drafted();
        }
        if (instruction instanceof RuleInstruction rule) {
            return new ReviewedStep(
                    number, sentence, sentence(stages.current(), rule.rule()), sentence(after, rule.rule()));
        }
        if (instruction instanceof SetFallthrough) {
            return new ReviewedStep(
                    number,
                    sentence,
                    RuleSentence.ofFallthrough(stages.current().fallthrough(), colours),
                    RuleSentence.ofFallthrough(after.fallthrough(), colours));
        }
        return new ReviewedStep(number, sentence, List.of(), List.of());
    }

    private List<Piece> sentence(FlagStateDetails settings, String rule) {
        return settings.rules().stream()
                .filter(candidate -> candidate.id().equals(rule))
                .findFirst()
                .map(found -> RuleSentence.of(found, colours))
                .orElse(List.of());
    }

    /** Who would be answered otherwise. */
    public List<MovementRow> getMovements() {
        ChangeResult result = preview.result();
        if (result == null) {
            return List.of();
        }
        return result.movements().stream()
                .flatMap(flag -> flag.movements().stream())
                .map(movement -> MovementRow.of(movement, number(movement.rule())))
                .toList();
    }

    private String number(String rule) {
        FlagStateDetails current = Objects.requireNonNull(preview.settings()).drafted();
        for (int i = 0; i < current.rules().size(); i++) {
            if (current.rules().get(i).id().equals(rule)) {
                return String.valueOf(i + 1);
            }
        }
        return MessageBundle.format("review.removed");
    }

    /** The fields that somebody else has changed since the draft was begun. */
    public List<FieldConflict> getConflicts() {
        return preview.conflicts();
    }

    public boolean isInConflict() {
        return !preview.conflicts().isEmpty();
    }

    /** Why it could not be saved; empty if it could. */
    public String getRefusal() {
        return preview.refusal();
    }

    public boolean isSaveable() {
        return preview.result() != null && !isInConflict();
    }

    public int getCount() {
        return preview.draft().steps().size();
    }

    /** The revision of the environment at which the draft was begun. */
    public long getBase() {
        return preview.draft().base();
    }
}
