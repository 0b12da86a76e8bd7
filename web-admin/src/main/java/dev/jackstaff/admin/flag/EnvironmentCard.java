package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The card of one environment on the flag page: the settings that the reader saw, and their unsaved choices. */
public class EnvironmentCard implements Serializable {
    private static final String OFF = "off";
    private static final String SPLIT = "split";
    private static final String SERVE = "serve:";

    private final EnvironmentView environment;
    private String flag = "";
    private long version;
    private boolean enabled;
    private List<RuleRow> rules = List.of();
    private List<String> splits = List.of();
    private String offVariant = "";
    private String fallthrough = OFF;

    EnvironmentCard(EnvironmentView environment, FlagStateView state) {
        this.environment = environment;
        update(state);
    }

    final void update(FlagStateView shown) {
        flag = shown.flag().value();
        version = shown.version();
        enabled = shown.enabled();
        rules = shown.rules().stream().map(RuleRow::of).toList();
        splits = shown.fallthrough() instanceof OutcomeDefinition.Split split
                ? List.of(RuleDescription.outcome(split))
                : List.of();
        offVariant = Objects.requireNonNullElse(shown.offVariant(), "");
        fallthrough = choice(shown.fallthrough());
    }

    private static String choice(OutcomeDefinition outcome) {
        if (outcome instanceof OutcomeDefinition.Serve serve) {
            return SERVE + serve.variant();
        }
        return outcome instanceof OutcomeDefinition.Off ? OFF : SPLIT;
    }

    private OutcomeDefinition chosenFallthrough(FlagStateView now) {
        if (fallthrough.startsWith(SERVE)) {
            return new OutcomeDefinition.Serve(fallthrough.substring(SERVE.length()));
        }
        return fallthrough.equals(SPLIT) ? now.fallthrough() : new OutcomeDefinition.Off();
    }

    FlagAddress address() {
        return new FlagAddress(environment.project(), new FlagKey(flag), environment.key());
    }

    /** The version that the reader saw, which a change expects. */
    ExpectedVersion version() {
        return ExpectedVersion.of(version);
    }

    /** The settings with the reader's choices. */
    FlagStateDetails chosenDetails(FlagStateView now) {
        return now.details()
                .withOffVariant(offVariant.isEmpty() ? null : offVariant)
                .withFallthrough(chosenFallthrough(now));
    }

    public EnvironmentView getEnvironment() {
        return environment;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public List<RuleRow> getRules() {
        return rules;
    }

    /** The split served when no rule matches, which this page shows but cannot change; empty if it is not a split. */
    public List<String> getSplits() {
        return splits;
    }

    public String getOffVariant() {
        return offVariant;
    }

    /** Chooses the variant served while the flag is off; null for the client's default. */
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
