package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagEditor.MadeFlag;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.history.control.HistoryStore;
import dev.jackstaff.domain.history.control.HistoryStore.DeletedFlag;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The flags that were deleted. */
@ApplicationScoped
class DeletedFlags {
    @Inject
    FlagEditor editor;

    @Inject
    HistoryStore history;

    @Inject
    Clock clock;

    /**
     * Brings a flag back as it was, archived or not, with its settings in each environment.
     *
     * @throws DomainException.NotFound if no flag of this id and key was deleted, or that is not recorded any more
     */
    MadeFlag restore(Project project, List<Environment> environments, FlagKey key, UUID id) {
        DeletedFlag deleted = history.deletedFlag(project, key, id)
                .orElseThrow(() -> new DomainException.NotFound("deleted flag \"" + key + "\" of the id", id));
        FlagDetails details = deleted.details();
        Flag flag = new Flag(id, project, key, details.type(), FlagEditor.content(key, details));
        MadeFlag made = editor.add(flag, environments);
        for (Environment environment : environments) {
            history.settingsAt(environment, id, Long.MAX_VALUE).ifPresent(settings -> {
                FlagState state = made.state(environment).orElseThrow();
                state.update(settings, clock.instant());
            });
        }
        if (deleted.archived()) {
            flag.archive(clock.instant());
        }
        return made;
    }
}
