package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The environment cards of the flag page. */
@Named
@ViewScoped
public class FlagStatesView implements Serializable {
    @Inject
    FlagStates states;

    @Inject
    FlagStateChanges stateChanges;

    @Inject
    Environments environments;

    @Inject
    PageMessages messages;

    private List<EnvironmentCard> cards = List.of();
    private RuleForm rule = new RuleForm();
    private @Nullable EnvironmentCard ruleCard;

    public void open(String project, String flag) {
        ProjectKey projectKey = new ProjectKey(project);
        FlagKey flagKey = new FlagKey(flag);
        cards = environments.list(projectKey).stream()
                .map(environment -> new EnvironmentCard(
                        environment, states.get(new FlagAddress(projectKey, flagKey, environment.key()))))
                .toList();
    }

    /** Switches the flag to the position the reader chose; on failure, shows the current state. */
    public void switchTo(EnvironmentCard card, boolean on) {
        try {
            card.update(stateChanges.switchTo(card.address(), on));
        } catch (RuntimeException failed) {
            card.update(states.get(card.address()));
            throw failed;
        }
        messages.addSuccess(
                on ? "flag.turnedOn" : "flag.turnedOff",
                card.address().flag(),
                card.getEnvironment().name());
    }

    public void saveOutcomes(EnvironmentCard card) {
        update(card, card::chosenDetails, "state.saved");
    }

    /** Opens the form of a new rule for this environment. */
    public void startRule(EnvironmentCard card) {
        rule = new RuleForm();
        ruleCard = card;
    }

    public void addRule() {
        EnvironmentCard card = ruleCard;
        if (card != null) {
            update(card, now -> withRule(now, rule.rule()), "state.ruleAdded");
        }
    }

    public void removeRule(EnvironmentCard card, int index) {
        update(card, now -> withoutRule(now, index), "state.ruleRemoved");
    }

    /** Changes the current state; the domain refuses if that is not the version the reader saw. */
    private void update(EnvironmentCard card, Function<FlagStateView, FlagStateDetails> change, String done) {
        FlagStateDetails details = change.apply(states.get(card.address()));
        card.update(stateChanges.update(card.address(), details, card.version()));
        messages.addSuccess(done, card.getEnvironment().name());
    }

    private static FlagStateDetails withRule(FlagStateView now, RuleDefinition rule) {
        List<RuleDefinition> rules = new ArrayList<>(now.rules());
        rules.add(rule);
        return now.details().withRules(rules);
    }

    /** Removes the rule at an index; none if there are fewer rules by now, since that change is refused anyway. */
    static FlagStateDetails withoutRule(FlagStateView now, int index) {
        List<RuleDefinition> rules = new ArrayList<>(now.rules());
        if (index < rules.size()) {
            rules.remove(index);
        }
        return now.details().withRules(rules);
    }

    public List<EnvironmentCard> getCards() {
        return cards;
    }

    public RuleForm getRule() {
        return rule;
    }

    /** The environment of the new rule. */
    public String getRuleEnvironment() {
        EnvironmentCard card = ruleCard;
        return card == null ? "" : card.getEnvironment().name();
    }
}
