package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.flag.RuleIds;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.VersionedEntity;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of a flag in one environment. It exists as long as both do. */
@Entity
@Table(name = "flag_state")
@SuppressWarnings("NullAway.Init")
public class FlagState extends VersionedEntity {
    @Column(name = "flag_id", updatable = false)
    private UUID flagId;

    @Column(name = "environment_id", updatable = false)
    private UUID environmentId;

    private boolean enabled;

    @Column(name = "off_variant")
    private @Nullable String offVariant;

    @Convert(converter = FlagConverters.OutcomeConverter.class)
    private OutcomeDefinition fallthrough;

    @Convert(converter = FlagConverters.RulesConverter.class)
    private List<RuleDefinition> rules;

    /** The ids of the rules, in the same order. Apart from them, because snapshots take the rules as they are stored. */
    @Column(name = "rule_ids")
    @Convert(converter = FlagConverters.StringsConverter.class)
    private List<String> ruleIds;

    @Column(name = "variant_values")
    @Convert(converter = FlagConverters.VariantValuesConverter.class)
    private VariantValues values;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected FlagState() {}

    /** The initial state of a flag in an environment: off. */
    public FlagState(Flag flag, Environment environment, Instant now) {
        super(UUID.randomUUID());
        this.flagId = flag.id();
        this.environmentId = environment.id();
        this.updatedAt = now;
        assign(FlagSettings.initial(flag));
    }

    /** Replaces the settings; returns whether they differ. Rules without an id get one. */
    public boolean update(FlagSettings wanted, Instant now) {
        FlagSettings present = settings();
        FlagSettings decision = wanted.withRules(RuleIds.identify(wanted.rules(), present.rules()));
        if (decision.equals(present)) {
            return false;
        }
        assign(decision);
        updatedAt = now;
        return true;
    }

    private void assign(FlagSettings decision) {
        enabled = decision.enabled();
        offVariant = decision.offVariant();
        fallthrough = decision.fallthrough();
        rules = decision.rules().stream().map(rule -> rule.withId("")).toList();
        ruleIds = decision.rules().stream().map(RuleDefinition::id).toList();
        values = decision.values();
    }

    public FlagSettings settings() {
        return new FlagSettings(enabled, offVariant, fallthrough, FlagSettings.identified(rules, ruleIds), values);
    }

    /** The definition of the flag for snapshots, with these settings. */
    public FlagDefinition definition(Flag flag) {
        return definitionOf(flag, settings());
    }

    /** The definition of a flag for snapshots, with the given settings. */
    public static FlagDefinition definitionOf(Flag flag, FlagSettings decision) {
        FlagContent content = flag.content();
        return new FlagDefinition(
                flag.key().value(),
                flag.type(),
                decision.enabled(),
                content.serverOnly(),
                decision.values().appliedTo(flag.type(), content.variants()).stream()
                        .map(variant -> variant.definition())
                        .toList(),
                decision.offVariant(),
                decision.fallthrough(),
                content.prerequisites(),
                decision.rules(),
                content.traits().bucketing().label(),
                content.traits().metadata());
    }

    public UUID flagId() {
        return flagId;
    }

    public UUID environmentId() {
        return environmentId;
    }

    public boolean enabled() {
        return enabled;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The subject of audit entries about this state. */
    public AuditChange.Subject subject(Project project, Environment environment, Flag flag) {
        return AuditChange.Subject.of("flag state", flag.key())
                .inProject(project.key())
                .inEnvironment(environment.key());
    }

    public String auditJson() {
        return FlagAuditJson.of(settings());
    }
}
