package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateDetails;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one environment decides about the flag of the page, and what the reader chose instead. */
public class EnvironmentCard {
    private static final String OFF = "off";
    private static final String SPLIT = "split";
    private static final String SERVE = "serve:";

    private final EnvironmentView environment;
    private FlagStateView state;
    private String offVariant = "";
    private String fallthrough = OFF;

    EnvironmentCard(EnvironmentView environment, FlagStateView state) {
        this.environment = environment;
        this.state = state;
        update(state);
    }

    final void update(FlagStateView shown) {
        state = shown;
        offVariant = Objects.requireNonNullElse(shown.offVariant(), "");
        fallthrough = choice(shown.fallthrough());
    }

    private static String choice(OutcomeDefinition outcome) {
        if (outcome instanceof OutcomeDefinition.Serve serve) {
            return SERVE + serve.variant();
        }
        return outcome instanceof OutcomeDefinition.Off ? OFF : SPLIT;
    }

    private OutcomeDefinition chosenFallthrough() {
        if (fallthrough.startsWith(SERVE)) {
            return new OutcomeDefinition.Serve(fallthrough.substring(SERVE.length()));
        }
        return fallthrough.equals(SPLIT) ? state.fallthrough() : new OutcomeDefinition.Off();
    }

    FlagAddress address() {
        return new FlagAddress(environment.project(), state.flag(), environment.key());
    }

    long version() {
        return state.version();
    }

    /** The state with what the reader chose. */
    FlagStateDetails chosenDetails() {
        return details(offVariant, chosenFallthrough(), state.rules());
    }

    FlagStateDetails withRule(RuleDefinition rule) {
        List<RuleDefinition> rules = new ArrayList<>(state.rules());
        rules.add(rule);
        return details(Objects.requireNonNullElse(state.offVariant(), ""), state.fallthrough(), rules);
    }

    FlagStateDetails withoutRule(int index) {
        List<RuleDefinition> rules = new ArrayList<>(state.rules());
        rules.remove(index);
        return details(Objects.requireNonNullElse(state.offVariant(), ""), state.fallthrough(), rules);
    }

    private FlagStateDetails details(String off, OutcomeDefinition outcome, List<RuleDefinition> rules) {
        return new FlagStateDetails(state.enabled(), off.isEmpty() ? null : off, outcome, rules);
    }

    public EnvironmentView getEnvironment() {
        return environment;
    }

    public boolean isEnabled() {
        return state.enabled();
    }

    public List<RuleDefinition> getRules() {
        return state.rules();
    }

    /** Whom a rule concerns, in plain language. */
    public String condition(RuleDefinition rule) {
        return RuleDescription.condition(rule.condition());
    }

    /** What those get, in plain language. */
    public String outcome(RuleDefinition rule) {
        return RuleDescription.outcome(rule);
    }

    /** The split served when no rule matches, which this page can keep and not change; empty where it is none. */
    public List<String> getSplits() {
        return state.fallthrough() instanceof OutcomeDefinition.Split split
                ? List.of(RuleDescription.outcome(split))
                : List.of();
    }

    public String getOffVariant() {
        return offVariant;
    }

    /** Chooses what is served while the flag is off; nothing for the default of the client. */
    public void setOffVariant(@Nullable String offVariant) {
        this.offVariant = Objects.requireNonNullElse(offVariant, "");
    }

    public String getFallthrough() {
        return fallthrough;
    }

    public void setFallthrough(String fallthrough) {
        this.fallthrough = fallthrough;
    }
}
