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
import dev.jackstaff.domain.draft.PreviewedDraft;
import dev.jackstaff.domain.draft.Stages;
import dev.jackstaff.domain.draft.boundary.DraftPreview;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What saving drafts of a flag would do, as the drawer shows it. */
public class Review {
    private final DraftPreview preview;
    private final String flag;
    private final VariantColours colours;

    Review(DraftPreview preview, FlagView flag) {
        this.preview = preview;
        this.flag = flag.key().value();
        this.colours = new VariantColours(flag.variants());
    }

    /** What each step does. */
    public List<ReviewedStep> getSteps() {
        List<ReviewedStep> reviewed = new ArrayList<>();
        for (PreviewedDraft draft : preview.drafts()) {
            List<ChangeStep> steps = draft.draft().steps();
            for (int i = 0; i < steps.size(); i++) {
                reviewed.add(step(
                        reviewed.size() + 1,
                        draft.sentences().get(i),
                        draft.settings(),
                        steps.get(i).instruction()));
            }
        }
        return reviewed;
    }

    private ReviewedStep step(
            int number, String sentence, @Nullable Stages<FlagStateDetails> stages, Instruction instruction) {
        if (stages == null) {
            return new ReviewedStep(number, sentence, List.of(), List.of());
        }
        FlagStateDetails after = stages.wanted();
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
        return result == null
                ? List.of()
                : result.movements().stream()
                        .flatMap(flag -> flag.movements().stream())
                        .map(movement -> MovementRow.of(movement, number(movement.rule())))
                        .toList();
    }

    private String number(String rule) {
        return preview.drafts().stream()
                .flatMap(draft -> Stream.ofNullable(draft.settings()))
                .map(stages -> number(stages.drafted(), rule))
                .filter(number -> number > 0)
                .map(String::valueOf)
                .findFirst()
                .orElseGet(() -> MessageBundle.format("review.removed"));
    }

    /** The place of a rule, the first being 1; 0 if there is no such rule. */
    private static int number(FlagStateDetails settings, String rule) {
        return settings.rules().stream().map(RuleDefinition::id).toList().indexOf(rule) + 1;
    }

    /** What people should look at, though it is allowed. */
    public List<String> getWarnings() {
        ChangeResult result = preview.result();
        return result == null ? List.of() : result.warnings();
    }

    /** The fields that somebody else has changed since the drafts were begun. */
    public List<ConflictRow> getConflicts() {
        return preview.conflicts().stream()
                .map(conflict -> new ConflictRow(conflict, flag, colours, this::number))
                .toList();
    }

    public boolean isInConflict() {
        return !preview.conflicts().isEmpty();
    }

    /** Why it could not be saved; empty if it could. */
    public String getRefusal() {
        return preview.violations().isEmpty()
                ? preview.refusal()
                : preview.violations().stream().map(MessageBundle::words).collect(Collectors.joining(" "));
    }

    public boolean isSaveable() {
        return preview.result() != null && !isInConflict();
    }

    public int getCount() {
        return preview.drafts().stream()
                .mapToInt(draft -> draft.draft().steps().size())
                .sum();
    }

    /** The revision at which the draft of the environment, or else the other, was begun. */
    public long getBase() {
        return preview.drafts().get(preview.drafts().size() - 1).draft().base();
    }
}
