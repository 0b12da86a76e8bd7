package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.control.FlagValidator;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The importer of flags: first all flags, then their states, then the checks between them. */
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

    /** Creates or updates the whole batch. */
    public Map<FlagKey, ImportOutcome> apply(
            Project project, Environment environment, List<ImportedFlag> batch, ChangeScope scope) {
        Map<FlagKey, Item> items = save(project, batch, scope);
        unitOfWork.flush();
        FlagValidator validator = editor.validatorFor(project);
        updateStates(project, environment, items, scope, validator);
        ViolationCollector violations = new ViolationCollector();
        for (Item item : items.values()) {
            violations.collect("flags." + item.flag.key(), () -> checkReferences(project, item, validator));
        }
        violations.throwIfAny();
        Map<FlagKey, ImportOutcome> outcomes = new LinkedHashMap<>();
        items.forEach((key, item) -> outcomes.put(key, item.outcome));
        return outcomes;
    }

    /** A flag of the batch with its outcome so far. */
    private static final class Item {
        private final Flag flag;
        private final ImportedFlag imported;
        private final Optional<Flag.Effect> change;
        private ImportOutcome outcome;

        Item(Flag flag, ImportedFlag imported, Optional<Flag.Effect> change) {
            this.flag = flag;
            this.imported = imported;
            this.change = change;
            this.outcome = change.map(
                            effect -> effect == Flag.Effect.NONE ? ImportOutcome.UNCHANGED : ImportOutcome.UPDATED)
                    .orElse(ImportOutcome.CREATED);
        }

        void markUpdated() {
            if (outcome == ImportOutcome.UNCHANGED) {
                outcome = ImportOutcome.UPDATED;
            }
        }

        boolean changesAnswers() {
            return change.map(effect -> effect == Flag.Effect.ANSWERS).orElse(true);
        }
    }

    private Map<FlagKey, Item> save(Project project, List<ImportedFlag> batch, ChangeScope scope) {
        Map<FlagKey, Flag> existing =
                flags.all(project.id()).stream().collect(Collectors.toMap(Flag::key, Function.identity()));
        Map<FlagKey, Item> items = new LinkedHashMap<>();
        ViolationCollector violations = new ViolationCollector();
        for (ImportedFlag imported : batch) {
            violations.collect("flags." + imported.key(), () -> {
                Item item = save(project, imported, Optional.ofNullable(existing.get(imported.key())));
                if (items.put(imported.key(), item) != null) {
                    throw new DomainException.Invalid("key", "the flag is listed twice");
                }
            });
        }
        violations.throwIfAny();
        if (items.values().stream().anyMatch(Item::changesAnswers)) {
            scope.addProject();
        }
        return items;
    }

    private Item save(Project project, ImportedFlag imported, Optional<Flag> existing) {
        if (existing.isEmpty()) {
            Flag created = editor.create(project, imported.key(), imported.details());
            audit.record(AuditChange.created(created.subject(project.key()), created.auditJson()));
            return new Item(created, imported, Optional.empty());
        }
        Flag flag = existing.get();
        flag.refuseIfArchived();
        String before = flag.auditJson();
        Flag.Effect effect = editor.update(flag, mergeUnknown(flag.content(), imported.details()));
        if (effect != Flag.Effect.NONE) {
            audit.record(AuditChange.updated(flag.subject(project.key()), before, flag.auditJson()));
        }
        return new Item(flag, imported, Optional.of(effect));
    }

    /** Imported details, completed with what other systems do not know: the owner, and whether the flag is server-only. */
    private static FlagDetails mergeUnknown(FlagContent existing, FlagDetails imported) {
        return new FlagDetails(
                imported.name(),
                imported.description(),
                imported.type(),
                imported.kind(),
                imported.owner().isBlank() ? existing.owner() : imported.owner(),
                imported.tags(),
                imported.serverOnly() || existing.serverOnly(),
                imported.variants(),
                imported.prerequisites());
    }

    private void updateStates(
            Project project,
            Environment environment,
            Map<FlagKey, Item> items,
            ChangeScope scope,
            FlagValidator validator) {
        Map<UUID, FlagState> states = new HashMap<>();
        flags.states(environment).forEach(state -> states.put(state.flagId(), state));
        ViolationCollector violations = new ViolationCollector();
        for (Item item : items.values()) {
            FlagState state = Optional.ofNullable(states.get(item.flag.id())).orElseThrow();
            violations.collect("flags." + item.flag.key(), () -> {
                String before = state.auditJson();
                if (editor.updateState(validator, item.flag, state, item.imported.state())) {
                    audit.record(AuditChange.updated(
                            state.subject(project, environment, item.flag), before, state.auditJson()));
                    item.markUpdated();
                    scope.addEnvironment();
                }
            });
        }
        violations.throwIfAny();
        unitOfWork.flush();
    }

    private void checkReferences(Project project, Item item, FlagValidator validator) {
        editor.refuseInvalidPrerequisites(validator, item.flag);
        if (item.change.isPresent() && item.changesAnswers()) {
            editor.refuseBreakingChange(project, item.flag);
        }
    }
}
