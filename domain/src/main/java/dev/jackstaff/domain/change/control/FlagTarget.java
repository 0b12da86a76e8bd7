package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagEditor.MadeFlag;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A flag, under change. Bases are revisions of the project. */
final class FlagTarget extends ChangeTarget<FlagDetails> {
    private final ChangeStores stores;
    private final Project project;
    private final Supplier<List<Environment>> environments;
    private final FlagKey key;
    private final boolean wasArchived;
    private @Nullable Flag flag;
    private @Nullable MadeFlag made;
    private boolean answersChanged;
    private boolean valuesInQuestion;

    /**
     * A flag, or a key that has none.
     *
     * @param environments the environments that a new flag gets a state in
     */
    FlagTarget(
            ChangeStores stores,
            Project project,
            Supplier<List<Environment>> environments,
            FlagKey key,
            @Nullable Flag flag) {
        super(flag == null ? null : flag.auditJson());
        this.stores = stores;
        this.project = project;
        this.environments = environments;
        this.key = key;
        this.flag = flag;
        this.wasArchived = flag != null && flag.archived();
    }

    /** The flag; NotFound if it does not exist. */
    Flag existing() {
        Flag present = flag;
        if (present == null) {
            throw new DomainException.NotFound("flag", key);
        }
        return present;
    }

    /** The flag, which must not be archived. */
    Flag changeable() {
        Flag present = existing();
        present.refuseIfArchived();
        return present;
    }

    boolean exists() {
        return flag != null;
    }

    /** Whether environments may serve it. */
    boolean isServed() {
        return flag != null && !flag.archived();
    }

    /** Whether edges may answer differently now, or values may not fit any more. */
    boolean isToBeChecked() {
        return answersChanged || valuesInQuestion;
    }

    FlagKey key() {
        return key;
    }

    void create(FlagDetails details) {
        refuseExisting();
        remember(stores.flagEditor.create(project, environments.get(), key, details));
    }

    void archive(Instant now) {
        existing().archive(now);
        answersChanged = true;
    }

    void unarchive(Instant now) {
        existing().unarchive(now);
        answersChanged = true;
    }

    void delete(boolean force) {
        Flag present = existing();
        if (!force) {
            present.refuseUnlessArchived(stores.flags.environmentsWhereOn(present));
        }
        stores.flags.remove(present);
        stores.unitOfWork.flush();
        flag = null;
        made = null;
        answersChanged = true;
    }

    void restore(UUID id) {
        refuseExisting();
        remember(stores.deletedFlags.restore(project, environments.get(), key, id));
    }

    private void remember(MadeFlag made) {
        flag = made.flag();
        this.made = made;
        answersChanged = true;
    }

    /** The state in an environment, if the flag was made by this change. */
    Optional<FlagState> madeState(Environment environment) {
        return Optional.ofNullable(made).flatMap(present -> present.state(environment));
    }

    private void refuseExisting() {
        if (flag != null) {
            throw DomainException.Conflict.exists("flag", key);
        }
    }

    @Override
    boolean areAnswersChanged() {
        return answersChanged;
    }

    @Override
    UUID id() {
        return existing().id();
    }

    @Override
    FlagDetails present() {
        return existing().details();
    }

    @Override
    FlagDetails seen(long base) {
        return stores.history.detailsAt(existing(), base).orElseThrow(() -> unknownAt("flag", key, base));
    }

    @Override
    void change(FlagDetails wanted) {
        valuesInQuestion |= !Objects.equals(
                existing().details().traits().schema(), wanted.traits().schema());
        answersChanged |= stores.flagEditor.update(existing(), wanted) == Flag.Effect.ANSWERS;
    }

    @Override
    AuditChange.Subject subject() {
        return Flag.subject(key, project.key());
    }

    @Override
    @Nullable
    String after() {
        return flag == null ? null : flag.auditJson();
    }

    @Override
    String action() {
        boolean archived = existing().archived();
        return archived == wasArchived ? "updated" : archived ? "archived" : "unarchived";
    }
}
