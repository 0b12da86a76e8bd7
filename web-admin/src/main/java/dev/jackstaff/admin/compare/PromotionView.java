package dev.jackstaff.admin.compare;

import dev.jackstaff.admin.flag.DraftBar;
import dev.jackstaff.admin.flag.FlagDraft;
import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.admin.sentence.Piece;
import dev.jackstaff.admin.sentence.RuleSentence;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.SettingsField;
import dev.jackstaff.domain.change.SettingsField.Part;
import dev.jackstaff.domain.change.SettingsMerge;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.flag.FlagStateDetails;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes chosen settings of a flag from another environment, which the parameter {@code from} names, into the reader's
 * draft for the environment of the page.
 */
@Named
@RequestScoped
public class PromotionView {
    /** Values are often addresses and limits, which stay where they belong. */
    private static final Set<Part> UNUSUAL = Set.of(Part.VALUE);

    private static final Set<Part> RULE_PARTS = Set.of(Part.RULE, Part.RULE_ROLLOUT);

    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagDraft draft;

    @Inject
    DraftBar draftBar;

    @Inject
    CompareView compare;

    @Inject
    PageMessages messages;

    /** The environment that settings are taken from: that of the address, else the first that is compared. */
    public EnvironmentMark getSource() {
        return source().mark();
    }

    private ComparedColumn source() {
        String named = here.parameter("from");
        List<ComparedColumn> sources =
                compare.getColumns().stream().filter(column -> !column.here()).toList();
        return sources.stream()
                .filter(column -> column.mark().key().equals(named))
                .findFirst()
                .orElseGet(() -> sources.get(0));
    }

    /** The environments that settings can be taken from. */
    public List<CompareView.Choice> getSources() {
        EnvironmentMark chosen = getSource();
        return compare.getColumns().stream()
                .filter(column -> !column.here())
                .map(ComparedColumn::mark)
                .map(mark -> new CompareView.Choice(
                        mark, mark.equals(chosen), here.withParameter("from", mark.key()) + "#take"))
                .toList();
    }

    /** What differs there, part by part. */
    public List<TakenPart> getParts() {
        SettingsMerge merge = merge();
        return merge.differing().stream().map(field -> part(field, merge)).toList();
    }

    private SettingsMerge merge() {
        return new SettingsMerge(source().settings(), draft.settings());
    }

    private TakenPart part(SettingsField field, SettingsMerge merge) {
        FlagStateDetails present = draft.settings();
        FlagStateDetails taken = merge.taking(List.of(field));
        List<String> sentences = new ArrayList<>();
        FlagStateDetails at = present;
        for (StateInstruction step : InstructionsBetween.settings(frame.key(), present, taken)) {
            sentences.add(step.sentence(at, present));
            at = step.apply(at);
        }
        return new TakenPart(field.toString(), sentences, after(field, taken), !UNUSUAL.contains(field.part()));
    }

    private List<Piece> after(SettingsField field, FlagStateDetails taken) {
        VariantColours colours = new VariantColours(draft.sharedVariants());
        if (field.part() == Part.FALLTHROUGH) {
            return RuleSentence.ofFallthrough(taken.fallthrough(), colours);
        }
        return taken.rules().stream()
                .filter(rule -> RULE_PARTS.contains(field.part()) && rule.id().equals(field.owner()))
                .findFirst()
                .map(rule -> RuleSentence.of(rule, colours))
                .orElse(List.of());
    }

    /** Puts the parts that the form names into the draft, and shows what saving it would do. */
    public void take() {
        List<String> wanted = here.values("part");
        SettingsMerge merge = merge();
        List<SettingsField> chosen = merge.differing().stream()
                .filter(field -> wanted.contains(field.toString()))
                .toList();
        if (chosen.isEmpty()) {
            messages.addError("compare.nothingChosen");
            return;
        }
        draft.edit(merge.taking(chosen));
        here.readAnew();
        draftBar.review();
    }
}
