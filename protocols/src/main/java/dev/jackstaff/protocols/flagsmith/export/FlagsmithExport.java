package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Prerequisite;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.protocols.export.ExportedFlag;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument.Organisation;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument.Project;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentReader;
import dev.jackstaff.protocols.flagsmith.FeatureState;
import dev.jackstaff.protocols.flagsmith.FlagsmithFeature;
import dev.jackstaff.protocols.flagsmith.FlagsmithSegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The export of a native environment as a Flagsmith environment document, flag by flag, for SDKs that evaluate locally.
 * An exact flag is on for the same contexts, with the same value, as long as these consist of strings, numbers and
 * booleans: Flagsmith's traits are no lists.
 *
 * @param flags in the order of the snapshot
 */
public record FlagsmithExport(EnvironmentDocument document, List<ExportedFlag> flags) {
    public FlagsmithExport {
        flags = List.copyOf(flags);
    }

    /**
     * The document of a snapshot.
     *
     * @param apiKey the client-side key that the document is served under
     */
    public static FlagsmithExport of(Snapshot snapshot, String apiKey) {
        return new Exporter(snapshot).export(apiKey);
    }

    /** The state of one export. */
    private static final class Exporter {
        private final Snapshot snapshot;
        private final FlagSet compiled;
        private final FlagsmithConditionExport conditions;
        private final FeatureCatalog features;
        private final IdAllocator segmentIds = new IdAllocator();
        private final AllocationPlan allocations;
        private final List<FeatureState> states = new ArrayList<>();
        private final List<FlagsmithSegment> segments = new ArrayList<>();
        private final List<Long> serverOnly = new ArrayList<>();
        private final List<ExportedFlag> flags = new ArrayList<>();

        Exporter(Snapshot snapshot) {
            this.snapshot = snapshot;
            this.features = FeatureCatalog.of(snapshot);
            this.compiled = SnapshotCompiler.compile(snapshot);
            this.conditions = new FlagsmithConditionExport(snapshot.segments());
            this.allocations = AllocationPlan.of(snapshot, segmentIds);
        }

        FlagsmithExport export(String apiKey) {
            Map<String, String> problems = new HashMap<>();
            for (CompilationProblem problem : compiled.problems()) {
                problems.put(problem.flag(), problem.message());
            }
            for (FlagDefinition flag : snapshot.flags()) {
                String problem = problems.get(flag.key());
                if (problem == null) {
                    add(flag);
                } else {
                    flags.add(ExportedFlag.failing(flag.key(), problem));
                }
            }
            Project project = new Project(
                    new IdAllocator().allocate(snapshot.project()),
                    snapshot.project(),
                    false,
                    true,
                    serverOnly,
                    new Organisation(1, snapshot.project(), false, false, true),
                    segments);
            EnvironmentDocument document = new EnvironmentDocument(
                    new IdAllocator().allocate(snapshot.key()),
                    apiKey,
                    snapshot.environment(),
                    snapshot.changedAt().toString(),
                    true,
                    null,
                    false,
                    true,
                    true,
                    project,
                    states,
                    List.of());
            return new FlagsmithExport(document, flags);
        }

        private void add(FlagDefinition flag) {
            FlagsmithExportNotes notes = new FlagsmithExportNotes();
            FlagsmithFeature feature = features.of(flag.key());
            FeatureStateFactory ofFlag = new FeatureStateFactory(flag, feature, snapshot.key() + "/" + flag.key());
            if (flag.serverOnly()) {
                serverOnly.add(feature.id());
            }
            if (flag.enabled() && prerequisitesMet(flag.key(), notes)) {
                flags.add(addWithSegments(flag, ofFlag, notes).toExportedFlag(flag.key()));
            } else {
                states.add(ofFlag.off(null));
                flags.add(notes.toExportedFlag(flag.key()));
            }
        }

        /** Adds a flag with its segments, if the document has room for them all. */
        private FlagsmithExportNotes addWithSegments(
                FlagDefinition flag, FeatureStateFactory ofFlag, FlagsmithExportNotes notes) {
            FlagExport.ExportedFeature exported =
                    new FlagExport(flag, allocations.of(flag.key()), ofFlag, conditions, segmentIds, notes).export();
            if (segments.size() + exported.segments().size() <= EnvironmentDocumentReader.MAX_SEGMENTS) {
                states.add(exported.state());
                segments.addAll(exported.segments());
                return notes;
            }
            states.add(ofFlag.off(null));
            FlagsmithExportNotes tooMany = new FlagsmithExportNotes();
            tooMany.addApproximation("Its rules need more segments than the " + EnvironmentDocumentReader.MAX_SEGMENTS
                    + " that a document has: it is off for everybody.");
            return tooMany;
        }

        /**
         * Whether all prerequisites are met for everybody. A prerequisite that depends on the context cannot be
         * expressed.
         */
        private boolean prerequisitesMet(String key, FlagsmithExportNotes notes) {
            Flag flag = compiled.flag(key);
            boolean met = true;
            for (Prerequisite prerequisite : flag == null ? List.<Prerequisite>of() : flag.prerequisites()) {
                Flag parent = prerequisite.parent();
                if (parent.prerequisites().isEmpty() && parent.outcome() instanceof Outcome.Fixed fixed) {
                    met &= prerequisite.requirement().isMetBy(fixed.evaluation());
                } else {
                    notes.addApproximation("It depends on \"" + parent.key()
                            + "\", which Flagsmith cannot say: it is off for everybody.");
                    met = false;
                }
            }
            return met;
        }
    }
}
