package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.control.AuditLog;
import dev.jackstaff.domain.audit.control.Change;
import dev.jackstaff.domain.change.boundary.ImportOutcome;
import dev.jackstaff.domain.change.boundary.ImportedFlag;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagDetails;
import dev.jackstaff.domain.flag.control.FlagCompilation;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.Storage;
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

/** How an import's flags get into a project: first all flags, then their states, then what holds between them. */
@ApplicationScoped
public class FlagImport {
    @Inject
    FlagStore flags;

    @Inject
    FlagEditor editor;

    @Inject
    AuditLog audit;

    @Inject
    Storage storage;

    /** Creates or updates them all. */
    public Map<FlagKey, ImportOutcome> apply(
            Project project, Environment environment, List<ImportedFlag> batch, Reach reach) {
        Map<FlagKey, Taken> taken = take(project, batch, reach);
        storage.flush();
        FlagCompilation compilation = editor.among(project);
        decide(project, environment, taken, reach, compilation);
        Gathering gathering = new Gathering();
        for (Taken each : taken.values()) {
            gathering.about("flags." + each.flag.key(), () -> check(project, each, compilation));
        }
        gathering.refuse();
        Map<FlagKey, ImportOutcome> outcomes = new LinkedHashMap<>();
        taken.forEach((key, each) -> outcomes.put(key, each.outcome));
        return outcomes;
    }

    /** A flag of the batch and what has become of it so far. */
    private static final class Taken {
        private final Flag flag;
        private final ImportedFlag imported;
        private final Optional<Flag.Effect> change;
        private ImportOutcome outcome;

        Taken(Flag flag, ImportedFlag imported, Optional<Flag.Effect> change) {
            this.flag = flag;
            this.imported = imported;
            this.change = change;
            this.outcome = change.map(
                            effect -> effect == Flag.Effect.NONE ? ImportOutcome.UNCHANGED : ImportOutcome.UPDATED)
                    .orElse(ImportOutcome.CREATED);
        }

        void decidedAnew() {
            if (outcome == ImportOutcome.UNCHANGED) {
                outcome = ImportOutcome.UPDATED;
            }
        }

        boolean answersElse() {
            return change.map(effect -> effect == Flag.Effect.ANSWERS).orElse(true);
        }
    }

    private Map<FlagKey, Taken> take(Project project, List<ImportedFlag> batch, Reach reach) {
        Map<FlagKey, Flag> known =
                flags.all(project.id()).stream().collect(Collectors.toMap(Flag::key, Function.identity()));
        Map<FlagKey, Taken> taken = new LinkedHashMap<>();
        Gathering gathering = new Gathering();
        for (ImportedFlag imported : batch) {
            gathering.about("flags." + imported.key(), () -> {
                Taken each = take(project, imported, Optional.ofNullable(known.get(imported.key())));
                if (taken.put(imported.key(), each) != null) {
                    throw new DomainException.Invalid("key", "the flag is there twice");
                }
            });
        }
        gathering.refuse();
        if (taken.values().stream().anyMatch(Taken::answersElse)) {
            reach.all();
        }
        return taken;
    }

    private Taken take(Project project, ImportedFlag imported, Optional<Flag> known) {
        if (known.isEmpty()) {
            Flag created = editor.create(project, imported.key(), imported.details());
            audit.record(Change.created(created.subject(project.key()), created.facts()));
            return new Taken(created, imported, Optional.empty());
        }
        Flag flag = known.get();
        flag.refuseIfArchived();
        String before = flag.facts();
        Flag.Effect effect = editor.change(flag, kept(flag.content(), imported.details()));
        if (effect != Flag.Effect.NONE) {
            audit.record(Change.updated(flag.subject(project.key()), before, flag.facts()));
        }
        return new Taken(flag, imported, Optional.of(effect));
    }

    /** Imported details, with what other systems do not know: who answers for the flag, and that clients must not see it. */
    private static FlagDetails kept(FlagContent known, FlagDetails imported) {
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

    private void decide(
            Project project,
            Environment environment,
            Map<FlagKey, Taken> taken,
            Reach reach,
            FlagCompilation compilation) {
        Map<UUID, FlagState> states = new HashMap<>();
        flags.states(environment).forEach(state -> states.put(state.flagId(), state));
        Gathering gathering = new Gathering();
        for (Taken each : taken.values()) {
            FlagState state = Optional.ofNullable(states.get(each.flag.id())).orElseThrow();
            gathering.about("flags." + each.flag.key(), () -> {
                String before = state.facts();
                if (editor.decide(compilation, each.flag, state, each.imported.state())) {
                    audit.record(Change.updated(state.subject(project, environment, each.flag), before, state.facts()));
                    each.decidedAnew();
                    reach.here();
                }
            });
        }
        gathering.refuse();
        storage.flush();
    }

    private void check(Project project, Taken each, FlagCompilation compilation) {
        editor.refuseUnfitPrerequisites(compilation, each.flag);
        if (each.change.isPresent() && each.answersElse()) {
            editor.refuseBreaking(project, each.flag);
        }
    }
}
