package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagMovement;
import dev.jackstaff.domain.change.control.SettingsChange;
import dev.jackstaff.domain.movement.Movements;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The count of who is answered otherwise after a change. The flags of the environments are compiled before and after it
 * only if contexts are given. Not thread-safe.
 */
final class MovementCounter {
    /** The movements of so many settings are told at most: those of larger changes nobody would read. */
    private static final int MAX_SETTINGS = 100;

    private final Snapshots snapshots;
    private final ProjectKey project;
    private final List<EvaluationContext> contexts;
    private final Map<EnvironmentKey, FlagSet> before = new HashMap<>();

    MovementCounter(Snapshots snapshots, ProjectKey project, ChangeRequest request) {
        this.snapshots = snapshots;
        this.project = project;
        this.contexts = request.contexts();
        if (!contexts.isEmpty()) {
            request.steps().stream()
                    .map(ChangeStep::environment)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(environment -> before.put(environment, compiled(environment)));
        }
    }

    private FlagSet compiled(EnvironmentKey environment) {
        return SnapshotCompiler.compile(snapshots.current(project, environment));
    }

    /** The movements by settings that differ; called after the change, in its transaction. */
    List<FlagMovement> count(List<SettingsChange> changes) {
        if (changes.size() > MAX_SETTINGS) {
            return List.of();
        }
        Map<EnvironmentKey, FlagSet> after = new HashMap<>();
        before.keySet().forEach(environment -> after.put(environment, compiled(environment)));
        return changes.stream()
                .map(change -> new FlagMovement(
                        change.flag(),
                        change.environment(),
                        Movements.between(change.flag(), change.before(), change.after()),
                        moved(change, before.get(change.environment()), after.get(change.environment()))))
                .toList();
    }

    private OptionalInt moved(SettingsChange change, @Nullable FlagSet then, @Nullable FlagSet now) {
        if (then == null || now == null) {
            return OptionalInt.empty();
        }
        String flag = change.flag().value();
        return OptionalInt.of((int) contexts.stream()
                .filter(context ->
                        !Objects.equals(variant(then.evaluate(flag, context)), variant(now.evaluate(flag, context))))
                .count());
    }

    private static @Nullable String variant(Evaluation evaluation) {
        Variant variant = evaluation.variant();
        return variant == null ? null : variant.key();
    }
}
