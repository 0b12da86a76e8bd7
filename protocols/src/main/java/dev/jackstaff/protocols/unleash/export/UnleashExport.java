package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.protocols.export.ExportedFlag;
import dev.jackstaff.protocols.export.Fidelity;
import dev.jackstaff.protocols.unleash.Dependency;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The export of a native environment as an Unleash features document, flag by flag, for SDKs that evaluate locally. A
 * boolean flag is a feature without variants; any other has its variants in its strategies. Where a flag cannot be
 * expressed, its feature errs towards off if possible, and a note says what differs.
 *
 * @param flags in the order of the snapshot
 */
public record UnleashExport(FeaturesDocument document, List<ExportedFlag> flags) {
    public UnleashExport {
        flags = List.copyOf(flags);
    }

    public static UnleashExport of(Snapshot snapshot) {
        return of(snapshot, Set.of());
    }

    /**
     * As above, of an environment some of whose flags people have marked as stale.
     *
     * @param stale their keys; snapshots do not tell
     */
    public static UnleashExport of(Snapshot snapshot, Set<String> stale) {
        return new Exporter(snapshot, stale).export();
    }

    /** The state of one export. */
    private static final class Exporter implements DependencyExport.ParentFlags {
        private final Snapshot snapshot;
        private final Set<String> stale;
        private final UnleashConditionExport conditions;
        private final SemanticDifferences differences;
        private final Map<String, FlagDefinition> definitions = new HashMap<>();
        private final Map<String, String> problems = new HashMap<>();
        /** The strategies and notes of each flag. */
        private final Map<String, FlagDecision> decided = new HashMap<>();

        private final List<UnleashFeature> features = new ArrayList<>();
        private final List<ExportedFlag> flags = new ArrayList<>();

        /** The decision of a flag, without its prerequisites. */
        private record FlagDecision(List<Strategy> strategies, UnleashExportNotes notes) {}

        Exporter(Snapshot snapshot, Set<String> stale) {
            this.snapshot = snapshot;
            this.stale = Set.copyOf(stale);
            this.conditions = new UnleashConditionExport(snapshot.segments());
            this.differences = new SemanticDifferences(snapshot.segments());
            snapshot.flags().forEach(flag -> definitions.put(flag.key(), flag));
            for (CompilationProblem problem : SnapshotCompiler.compile(snapshot).problems()) {
                problems.put(problem.flag(), problem.message());
            }
        }

        UnleashExport export() {
            for (FlagDefinition flag : snapshot.flags()) {
                String problem = problems.get(flag.key());
                if (problem == null) {
                    add(flag);
                } else {
                    flags.add(ExportedFlag.failing(flag.key(), problem));
                }
            }
            FeaturesDocument.Query query =
                    new FeaturesDocument.Query(List.of(snapshot.project()), snapshot.environment(), null, false);
            FeaturesDocument.Meta meta = new FeaturesDocument.Meta(null, snapshot.revision(), null);
            return new UnleashExport(
                    new FeaturesDocument(FeaturesDocument.NEWEST_VERSION, features, conditions.segments(), query, meta),
                    flags);
        }

        private void add(FlagDefinition flag) {
            FlagDecision decision = decisionOf(flag);
            Optional<List<Dependency>> dependencies =
                    flag.enabled() ? DependencyExport.of(flag, this, decision.notes()) : Optional.empty();
            boolean enabled = dependencies.isPresent() && !decision.strategies().isEmpty();
            features.add(new UnleashFeature(
                    flag.key(),
                    null,
                    null,
                    snapshot.project(),
                    null,
                    null,
                    enabled,
                    stale.contains(flag.key()),
                    false,
                    enabled ? decision.strategies() : List.of(),
                    List.of(),
                    enabled ? dependencies.orElseThrow() : List.of()));
            flags.add(decision.notes().toExportedFlag(flag.key()));
        }

        private FlagDecision decisionOf(FlagDefinition flag) {
            FlagDecision known = decided.get(flag.key());
            if (known == null) {
                UnleashExportNotes notes = new UnleashExportNotes();
                known = new FlagDecision(flag.enabled() ? strategies(flag, notes) : List.of(), notes);
                if (flag.offVariant() != null && !DecisionPlan.isBoolean(flag)) {
                    notes.addRemark("While the feature is off it has no variant, where \"" + flag.offVariant()
                            + "\" is served natively.");
                }
                decided.put(flag.key(), known);
            }
            return known;
        }

        private List<Strategy> strategies(FlagDefinition flag, UnleashExportNotes notes) {
            differences.addNotes(flag, notes);
            return StrategyExport.of(flag, conditions, notes);
        }

        @Override
        public FlagDefinition definition(String key) {
            return Optional.ofNullable(definitions.get(key))
                    .orElseThrow(() -> new IllegalArgumentException("unknown flag \"" + key + "\""));
        }

        @Override
        public Fidelity fidelity(String key) {
            return decisionOf(definition(key)).notes().toExportedFlag(key).fidelity();
        }
    }
}
