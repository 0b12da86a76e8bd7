package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.project.entity.Environment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What differs once the steps of a change are carried out. Worked out once, for each target is written as JSON for it. Not
 * thread-safe.
 */
final class ChangeEffects {
    private final List<AuditChange> differences = new ArrayList<>();
    private final List<SettingsChange> settings = new ArrayList<>();
    private final Set<Environment> environments = new LinkedHashSet<>();
    private boolean answersChanged;
    private boolean sharedChanged;

    /** Adds what differs of something that all environments share. */
    void addShared(ChangeTarget<?> target) {
        Optional<AuditChange> difference = target.difference();
        difference.ifPresent(differences::add);
        sharedChanged |= difference.isPresent();
        answersChanged |= target.areAnswersChanged();
    }

    /** Adds what differs of the settings of a flag. */
    void addSettings(StateTarget target) {
        target.difference().ifPresent(difference -> {
            differences.add(difference);
            settings.add(target.change());
            environments.add(target.environment());
        });
    }

    /** What differs, for the audit trail, in the order in which it was added. */
    List<AuditChange> differences() {
        return differences;
    }

    /** The settings that differ. */
    List<SettingsChange> settings() {
        return settings;
    }

    /** The environments whose settings differ. */
    List<Environment> environments() {
        return List.copyOf(environments);
    }

    /** Whether every environment may be answered otherwise: flags or segments differ in what snapshots hold of them. */
    boolean areAnswersChanged() {
        return answersChanged;
    }

    /** Whether anything differs but settings. */
    boolean isSharedChanged() {
        return sharedChanged;
    }
}
