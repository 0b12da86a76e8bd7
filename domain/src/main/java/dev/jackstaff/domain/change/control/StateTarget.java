package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.history.control.HistoryStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import java.time.Instant;
import java.util.Optional;

/** The settings of a flag in one environment, under change. Bases are revisions of the environment. */
public final class StateTarget implements ChangeTarget<FlagStateDetails> {
    private final Project project;
    private final Environment environment;
    private final Flag flag;
    private final FlagState state;
    private final HistoryStore history;
    private final Instant now;
    private final String before;

    /** A target that nothing has changed yet. */
    public StateTarget(
            Project project, Environment environment, Flag flag, FlagState state, HistoryStore history, Instant now) {
        this.project = project;
        this.environment = environment;
        this.flag = flag;
        this.state = state;
        this.history = history;
        this.now = now;
        this.before = state.auditJson();
    }

    public Flag flag() {
        return flag;
    }

    public FlagState state() {
        return state;
    }

    @Override
    public FlagStateDetails present() {
        return state.settings().details();
    }

    @Override
    public FlagStateDetails seen(long base) {
        return history.settingsAt(environment, flag, base)
                .map(FlagSettings::details)
                .orElseThrow(() -> new DomainException.Conflict("flag \"" + flag.key() + "\" did not exist at revision "
                        + base + ", or that is not recorded any more"));
    }

    @Override
    public void change(FlagStateDetails wanted) {
        state.update(FlagSettings.of(wanted), now);
    }

    @Override
    public Optional<AuditChange> difference() {
        String after = state.auditJson();
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(AuditChange.updated(state.subject(project, environment, flag), before, after));
    }
}
