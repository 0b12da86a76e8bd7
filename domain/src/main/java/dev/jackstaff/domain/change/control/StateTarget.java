package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.control.FlagValidator;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import java.util.Objects;
import java.util.UUID;

/** The settings of a flag in one environment, under change. Bases are revisions of the environment. */
final class StateTarget extends ChangeTarget<FlagStateDetails> {
    private final ChangeStores stores;
    private final Project project;
    private final Environment environment;
    private final Flag flag;
    private final FlagState state;
    private final FlagSettings settingsBefore;

    StateTarget(ChangeStores stores, Project project, Environment environment, Flag flag, FlagState state) {
        super(state.auditJson());
        this.stores = stores;
        this.project = project;
        this.environment = environment;
        this.flag = flag;
        this.state = state;
        this.settingsBefore = state.settings();
    }

    Environment environment() {
        return environment;
    }

    Flag flag() {
        return flag;
    }

    FlagState state() {
        return state;
    }

    /** The settings before and after. */
    SettingsChange change() {
        return new SettingsChange(flag.key(), environment.key(), settingsBefore.details(), present());
    }

    /** Whether the flag was turned on or off, and nothing else. */
    boolean isSwitchedOnly() {
        return state.settings().equals(settingsBefore.withEnabled(state.enabled()));
    }

    @Override
    UUID id() {
        return flag.id();
    }

    @Override
    FlagStateDetails present() {
        return state.settings().details();
    }

    @Override
    FlagStateDetails start() {
        return settingsBefore.details();
    }

    @Override
    FlagStateDetails seen(long base) {
        return stores.history
                .settingsAt(environment, flag, base)
                .map(FlagSettings::details)
                .orElseThrow(() -> unknownAt("flag", flag.key(), base));
    }

    @Override
    void change(FlagStateDetails wanted) {
        Violations violations = new Violations();
        FlagValidator.checkStorable(FlagSettings.of(wanted), violations);
        VariantValues values =
                violations.attempt("values", () -> wanted.values().typed(flag.type()));
        violations.throwIfAny();
        state.update(FlagSettings.of(wanted.withValues(Objects.requireNonNull(values))), stores.clock.instant());
    }

    @Override
    AuditChange.Subject subject() {
        return state.subject(project, environment, flag);
    }

    @Override
    String after() {
        return state.auditJson();
    }

    @Override
    String action() {
        return isSwitchedOnly() ? "toggled" : "updated";
    }
}
