package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.control.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagDetails;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.control.FlagValidator;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.imports.boundary.ImportOutcome;
import dev.jackstaff.domain.imports.boundary.ImportedFlag;
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
            Project project, Environment environment, List<ImportedFlag> batch, ChangeScope reach) {
        Map<FlagKey, Item> taken = save(project, batch, reach);
        unitOfWork.flush();
        FlagValidator compilation = editor.validatorFor(project);
        updateStates(project, environment, taken, reach, compilation);
        ViolationCollector gathering = new ViolationCollector();
        for (Item each : taken.values()) {
            gathering.collect("flags." + each.flag.key(), () -> checkReferences(project, each, compilation));
        }
        gathering.throwIfAny();
        Map<FlagKey, ImportOutcome> outcomes = new LinkedHashMap<>();
        taken.forEach((key, each) -> outcomes.put(key, each.outcome));
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

    private Map<FlagKey, Item> save(Project project, List<ImportedFlag> batch, ChangeScope reach) {
        Map<FlagKey, Flag> known =
                flags.all(project.id()).stream().collect(Collectors.toMap(Flag::key, Function.identity()));
        Map<FlagKey, Item> taken = new LinkedHashMap<>();
        ViolationCollector gathering = new ViolationCollector();
        for (ImportedFlag imported : batch) {
            gathering.collect("flags." + imported.key(), () -> {
                Item each = save(project, imported, Optional.ofNullable(known.get(imported.key())));
                if (taken.put(imported.key(), each) != null) {
                    throw new DomainException.Invalid("key", "the flag is there twice");
                }
            });
        }
        gathering.throwIfAny();
        if (taken.values().stream().anyMatch(Item::changesAnswers)) {
            reach.addProject();
        }
        return taken;
    }

    private Item save(Project project, ImportedFlag imported, Optional<Flag> known) {
        if (known.isEmpty()) {
            Flag created = editor.create(project, imported.key(), imported.details());
            audit.record(AuditChange.created(created.subject(project.key()), created.auditJson()));
            return new Item(created, imported, Optional.empty());
        }
        Flag flag = known.get();
        flag.refuseIfArchived();
        String before = flag.auditJson();
        Flag.Effect effect = editor.update(flag, mergeUnknown(flag.content(), imported.details()));
        if (effect != Flag.Effect.NONE) {
            audit.record(AuditChange.updated(flag.subject(project.key()), before, flag.auditJson()));
        }
        return new Item(flag, imported, Optional.of(effect));
    }

    /** Imported details, completed with what other systems do not know: the owner, and whether the flag is server-only. */
    private static FlagDetails mergeUnknown(FlagContent known, FlagDetails imported) {
        return new FlagDetails(
                imported.name(),
                imported.description(),
                imported.type(),
                imported.kind(),
                imported.owner().isBlank() ? known.owner() : imported.owner(),
                imported.tags(),
                imported.serverOnly() || known.serverOnly(),
                imported.variants(),
                imported.prerequisites());
    }

    private void updateStates(
            Project project,
            Environment environment,
            Map<FlagKey, Item> taken,
            ChangeScope reach,
            FlagValidator compilation) {
        Map<UUID, FlagState> states = new HashMap<>();
        flags.states(environment).forEach(state -> states.put(state.flagId(), state));
        ViolationCollector gathering = new ViolationCollector();
        for (Item each : taken.values()) {
            FlagState state = Optional.ofNullable(states.get(each.flag.id())).orElseThrow();
            gathering.collect("flags." + each.flag.key(), () -> {
                String before = state.auditJson();
                if (editor.updateState(compilation, each.flag, state, each.imported.state())) {
                    audit.record(AuditChange.updated(
                            state.subject(project, environment, each.flag), before, state.auditJson()));
                    each.markUpdated();
                    reach.addEnvironment();
                }
            });
        }
        gathering.throwIfAny();
        unitOfWork.flush();
    }

    private void checkReferences(Project project, Item each, FlagValidator compilation) {
        editor.refuseInvalidPrerequisites(compilation, each.flag);
        if (each.change.isPresent() && each.changesAnswers()) {
            editor.refuseBreakingChange(project, each.flag);
        }
    }
}
