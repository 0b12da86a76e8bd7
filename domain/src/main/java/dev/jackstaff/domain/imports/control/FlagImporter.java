package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The importer of flags: first the plan, then all flags, then their states. */
@ApplicationScoped
public class FlagImporter {
    @Inject
    FlagStore flags;

    @Inject
    FlagEditor editor;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** Creates or updates the flags that the project can take; returns the result of each in the order of the batch. */
    public Map<FlagKey, ImportResult> apply(
            ImportTarget target, SegmentPlan segments, List<ImportedFlag> batch, ChangeScope scope) {
        FlagPlan plan = new FlagPlan(target, segments, batch);
        List<Item> items =
                plan.planned().stream().map(flag -> save(target, flag, scope)).toList();
        unitOfWork.flush();
        updateStates(target, items, scope);
        Map<FlagKey, ImportResult> results = plan.refusals();
        items.forEach(item -> results.put(item.planned.key(), new ImportResult(item.outcome, item.planned.notes())));
        Map<FlagKey, ImportResult> ordered = new LinkedHashMap<>();
        batch.forEach(flag ->
                Optional.ofNullable(results.get(flag.key())).ifPresent(result -> ordered.put(flag.key(), result)));
        return ordered;
    }

    /** A stored flag with its outcome so far. Not thread-safe. */
    private static final class Item {
        private final Flag flag;
        private final PlannedFlag planned;
        private ImportOutcome outcome;

        Item(Flag flag, PlannedFlag planned, ImportOutcome outcome) {
            this.flag = flag;
            this.planned = planned;
            this.outcome = outcome;
        }

        void markUpdated() {
            if (outcome == ImportOutcome.UNCHANGED) {
                outcome = ImportOutcome.UPDATED;
            }
        }
    }

    private Item save(ImportTarget target, PlannedFlag planned, ChangeScope scope) {
        Flag flag = planned.existing();
        if (flag == null) {
            Flag created = editor.create(target.project(), planned.key(), planned.details());
            audit.record(AuditChange.created(created.subject(target.project().key()), created.auditJson()));
            scope.addProject();
            return new Item(created, planned, ImportOutcome.CREATED);
        }
        String before = flag.auditJson();
        Flag.Effect effect = editor.update(flag, planned.details());
        if (effect == Flag.Effect.NONE) {
            return new Item(flag, planned, ImportOutcome.UNCHANGED);
        }
        audit.record(AuditChange.updated(flag.subject(target.project().key()), before, flag.auditJson()));
        scope.addDetails();
        if (effect == Flag.Effect.ANSWERS) {
            scope.addProject();
        }
        return new Item(flag, planned, ImportOutcome.UPDATED);
    }

    private void updateStates(ImportTarget target, List<Item> items, ChangeScope scope) {
        Map<UUID, FlagState> states = new HashMap<>();
        flags.states(target.environment()).forEach(state -> states.put(state.flagId(), state));
        for (Item item : items) {
            FlagState state = Optional.ofNullable(states.get(item.flag.id())).orElseThrow();
            String before = state.auditJson();
            if (state.update(item.planned.settings(), clock.instant())) {
                audit.record(AuditChange.updated(
                        state.subject(target.project(), target.environment(), item.flag), before, state.auditJson()));
                item.markUpdated();
                scope.addEnvironment();
            }
        }
    }
}
