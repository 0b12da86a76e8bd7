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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What saving drafts of a flag would do, as the drawer shows it. */
public class Review {
    private final List<DraftPreview> previews;
    private final VariantColours colours;

    Review(List<DraftPreview> previews, FlagView flag) {
        this.previews = previews;
        this.colours = new VariantColours(flag.variants());
    }

    /** What each step does. */
    public List<ReviewedStep> getSteps() {
        List<ReviewedStep> reviewed = new ArrayList<>();
        for (DraftPreview preview : previews) {
            ChangeResult result = preview.result();
            List<ChangeStep> steps = preview.draft().steps();
            for (int i = 0; i < steps.size(); i++) {
                String sentence = result == null ? "" : result.sentences().get(i);
                reviewed.add(step(
                        reviewed.size() + 1,
                        sentence,
                        preview.settings(),
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
        FlagStateDetails after = Objects.requireNonNullElse(stages.rebased(), stages.drafted());
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
        return previews.stream().flatMap(this::movements).toList();
    }

    private Stream<MovementRow> movements(DraftPreview preview) {
        ChangeResult result = preview.result();
        return result == null
                ? Stream.of()
                : result.movements().stream()
                        .flatMap(flag -> flag.movements().stream())
                        .map(movement -> MovementRow.of(movement, number(preview.settings(), movement.rule())));
    }

    private static String number(@Nullable Stages<FlagStateDetails> stages, String rule) {
        FlagStateDetails settings = stages == null ? null : stages.drafted();
        for (int i = 0; settings != null && i < settings.rules().size(); i++) {
            if (settings.rules().get(i).id().equals(rule)) {
                return String.valueOf(i + 1);
            }
        }
        return MessageBundle.format("review.removed");
    }

    /** What people should look at, though it is allowed. */
    public List<String> getWarnings() {
        return previews.stream()
                .flatMap(preview -> {
                    ChangeResult result = preview.result();
                    return result == null ? Stream.of() : result.warnings().stream();
                })
                .toList();
    }

    /** The fields that somebody else has changed since the drafts were begun. */
    public List<FieldConflict> getConflicts() {
        return previews.stream()
                .flatMap(preview -> preview.conflicts().stream())
                .toList();
    }

    public boolean isInConflict() {
        return !getConflicts().isEmpty();
    }

    /** Why it could not be saved; empty if it could. */
    public String getRefusal() {
        return previews.stream()
                .map(DraftPreview::refusal)
                .filter(refusal -> !refusal.isEmpty())
                .collect(Collectors.joining(" "));
    }

    public boolean isSaveable() {
        return previews.stream().allMatch(preview -> preview.result() != null) && !isInConflict();
    }

    public int getCount() {
        return previews.stream()
                .mapToInt(preview -> preview.draft().steps().size())
                .sum();
    }

    /** The revision at which the draft of the environment, or else the other, was begun. */
    public long getBase() {
        return previews.get(previews.size() - 1).draft().base();
    }
}
