package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Prerequisite;
import dev.jackstaff.engine.flag.Problem;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.protocols.ExportedFlag;
import dev.jackstaff.protocols.Fidelity;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument.Organisation;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument.Project;
import dev.jackstaff.protocols.flagsmith.EnvironmentReader;
import dev.jackstaff.protocols.flagsmith.Feature;
import dev.jackstaff.protocols.flagsmith.FeatureState;
import dev.jackstaff.protocols.flagsmith.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A native environment as a Flagsmith environment document, flag by flag, for SDKs that evaluate by themselves. An exact
 * flag is on for the same contexts, and has the same value, as long as these know nothing but strings, numbers and booleans:
 * Flagsmith's traits are no lists.
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
        return new Run(snapshot).export(apiKey);
    }

    /** The making of one export. */
    private static final class Run {
        private final Snapshot snapshot;
        private final FlagSet compiled;
        private final ConditionExport conditions;
        private final Features features;
        private final Ids segmentIds = new Ids();
        private final List<FeatureState> states = new ArrayList<>();
        private final List<Segment> segments = new ArrayList<>();
        private final List<Integer> serverOnly = new ArrayList<>();
        private final List<ExportedFlag> flags = new ArrayList<>();

        Run(Snapshot snapshot) {
            this.snapshot = snapshot;
            this.features = Features.of(snapshot);
            this.compiled = SnapshotCompiler.compile(snapshot);
            this.conditions = new ConditionExport(snapshot.segments());
        }

        FlagsmithExport export(String apiKey) {
            Map<String, String> problems = new HashMap<>();
            for (Problem problem : compiled.problems()) {
                problems.put(problem.flag(), problem.sentence());
            }
            for (FlagDefinition flag : snapshot.flags()) {
                String problem = problems.get(flag.key());
                if (problem == null) {
                    add(flag);
                } else {
                    flags.add(new ExportedFlag(
                            flag.key(), Fidelity.LEFT_OUT, List.of("It answers with an error: " + problem + ".")));
                }
            }
            Project project = new Project(
                    new Ids().of(snapshot.project()),
                    snapshot.project(),
                    false,
                    true,
                    serverOnly,
                    new Organisation(1, snapshot.project(), false, false, true),
                    segments);
            EnvironmentDocument document = new EnvironmentDocument(
                    new Ids().of(snapshot.key()),
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
            Notes notes = new Notes();
            Feature feature = features.of(flag.key());
            States ofFlag = new States(flag, feature, snapshot.key() + "/" + flag.key());
            if (flag.serverOnly()) {
                serverOnly.add(feature.id());
            }
            if (flag.enabled() && prerequisitesMet(flag.key(), notes)) {
                flags.add(overridden(flag, ofFlag, notes).of(flag.key()));
            } else {
                states.add(ofFlag.off(null));
                flags.add(notes.of(flag.key()));
            }
        }

        /** Adds a flag with its segments, where the document has room for them all. */
        private Notes overridden(FlagDefinition flag, States ofFlag, Notes notes) {
            FlagExport.Exported exported = new FlagExport(flag, ofFlag, conditions, segmentIds, notes).exported();
            if (segments.size() + exported.segments().size() <= EnvironmentReader.MOST_SEGMENTS) {
                states.add(exported.state());
                segments.addAll(exported.segments());
                return notes;
            }
            states.add(ofFlag.off(null));
            Notes tooMany = new Notes();
            tooMany.approximated("Its rules need more segments than the " + EnvironmentReader.MOST_SEGMENTS
                    + " that a document has: it is off for everybody.");
            return tooMany;
        }

        /** Whether all are, for everybody. One that depends on who asks cannot be said. */
        private boolean prerequisitesMet(String key, Notes notes) {
            Flag flag = compiled.flag(key);
            boolean met = true;
            for (Prerequisite prerequisite : flag == null ? List.<Prerequisite>of() : flag.prerequisites()) {
                Flag parent = prerequisite.parent();
                if (parent.prerequisites().isEmpty() && parent.outcome() instanceof Outcome.Fixed fixed) {
                    met &= prerequisite.demand().metBy(fixed.evaluation());
                } else {
                    notes.approximated("It depends on \"" + parent.key()
                            + "\", which Flagsmith cannot say: it is off for everybody.");
                    met = false;
                }
            }
            return met;
        }
    }
}
