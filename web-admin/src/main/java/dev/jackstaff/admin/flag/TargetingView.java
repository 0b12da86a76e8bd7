package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.admin.sentence.Piece;
import dev.jackstaff.admin.sentence.RuleSentence;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.RuleIds;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rules of a flag in the environment that the address names, with the reader's draft. Edits go into the draft. */
@Named
@RequestScoped
public class TargetingView {
    /** Stands for the id of a rule that is being added. */
    private static final String NEW = "new";

    private static final String FALLTHROUGH = "else";

    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagDraft draft;

    @Inject
    PageMessages messages;

    private String open = "";
    private List<Piece> preview = List.of();

    private FlagStateDetails settings() {
        return draft.settings();
    }

    public VariantColours getColours() {
        return new VariantColours(draft.sharedVariants());
    }

    public List<RuleRow> getRules() {
        List<RuleDefinition> saved = frame.getCard().state().rules();
        List<RuleDefinition> rules = new ArrayList<>(settings().rules());
        if (open.equals(NEW)) {
            rules.add(newRule());
        }
        List<RuleRow> rows = new ArrayList<>();
        for (RuleDefinition rule : rules) {
            boolean edited = !saved.contains(rule);
            rows.add(new RuleRow(rule, rows.size() + 1, edited, isOpen(rule), getColours()));
        }
        return rows;
    }

    private boolean isOpen(RuleDefinition rule) {
        return rule.id().isEmpty() ? open.equals(NEW) : rule.id().equals(open);
    }

    private RuleDefinition newRule() {
        return RuleDefinition.of(
                "",
                ConditionDefinition.ALWAYS,
                new OutcomeDefinition.Serve(draft.sharedVariants().get(0).key()));
    }

    /** What everyone gets whom no rule matches. */
    public List<Piece> getElseSentence() {
        return RuleSentence.ofFallthrough(settings().fallthrough(), getColours());
    }

    /** What is served by the fallthrough, as a rule for the form in which it is edited. */
    public String getElseJson() {
        return DefinitionWriter.rule(new RuleDefinition(
                "",
                "",
                "",
                true,
                ConditionDefinition.ALWAYS,
                RolloutDefinition.EVERYONE,
                settings().fallthrough()));
    }

    public boolean isElseOpen() {
        return open.equals(FALLTHROUGH);
    }

    public boolean isElseEdited() {
        return !settings().fallthrough().equals(frame.getCard().state().fallthrough())
                || !Objects.equals(
                        settings().offVariant(), frame.getCard().state().offVariant());
    }

    /** The off variant; empty for the client's own default. */
    public String getOffVariant() {
        return Objects.requireNonNullElse(settings().offVariant(), "");
    }

    /** The variants of the flag, with the values that they have in this environment. */
    public List<FlagVariant> getVariants() {
        return draft.variants();
    }

    /** The sentence of the rule that is being edited, as it is typed. */
    public List<Piece> getPreview() {
        return preview;
    }

    /** Opens the form of a rule: the parameter {@code rule} is its id, {@code new} or {@code else}. */
    public void edit() {
        open = here.parameter("rule");
    }

    /** Says the rule that is being edited as a sentence. */
    public void say() {
        RuleDefinition rule = parsed();
        preview = here.parameter("of").equals(FALLTHROUGH)
                ? RuleSentence.ofFallthrough(rule.outcome(), getColours())
                : RuleSentence.of(rule, getColours());
    }

    /** Puts the rule that is being edited into the draft. */
    public void done() {
        RuleDefinition rule = parsed();
        if (here.parameter("of").equals(FALLTHROUGH)) {
            String off = here.parameter("offVariant");
            change(settings -> settings.withFallthrough(rule.outcome()).withOffVariant(off.isEmpty() ? null : off));
        } else {
            change(settings -> RuleEdits.put(settings, rule));
        }
    }

    public void remove() {
        change(settings -> RuleEdits.remove(settings, here.parameter("rule")));
    }

    public void duplicate() {
        change(settings -> RuleEdits.duplicate(settings, here.parameter("rule")));
    }

    public void pause() {
        change(settings -> RuleEdits.pause(settings, here.parameter("rule")));
    }

    /** Puts a copy of a rule into the draft of the environment that the parameter {@code to} names. */
    public void copy() {
        EnvironmentMark to = here.getEnvironments().stream()
                .filter(mark -> mark.key().equals(here.parameter("to")))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("environment", here.parameter("to")));
        settings().rules().stream()
                .filter(rule -> rule.id().equals(here.parameter("rule")))
                .findFirst()
                .ifPresent(rule -> {
                    EnvironmentKey environment = new EnvironmentKey(to.key());
                    AddRule added = new AddRule(frame.key(), rule.withId(RuleIds.newId()), null);
                    draft.editElsewhere(environment, ChangeStep.in(environment, List.of(added)));
                    messages.addSuccess("rules.copied", to.name());
                });
    }

    /** Moves a rule to the place that the parameter {@code place} says, the first being 0. */
    public void move() {
        int place = refused(() -> Integer.parseInt(here.parameter("place")));
        change(settings -> RuleEdits.move(settings, here.parameter("rule"), place));
    }

    private void change(UnaryOperator<FlagStateDetails> edit) {
        draft.edit(edit.apply(settings()));
    }

    private RuleDefinition parsed() {
        return refused(() -> DocumentReader.readWhole(here.parameter("definition"), DefinitionReader::rule));
    }

    private static <T> T refused(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DocumentException | NumberFormatException malformed) {
            throw new DomainException.Invalid("rule", String.valueOf(malformed.getMessage()));
        }
    }

    /** The id of the rule whose form is open; null if none is. */
    public @Nullable String getOpen() {
        return open.isEmpty() ? null : open;
    }
}
