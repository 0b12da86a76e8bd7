package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.Legible;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.flag.Problem;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.protocols.unleash.Feature;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A features document in native definitions, feature by feature, with what was changed and lost on the way. A converted flag
 * answers as Unleash's own evaluation would for the same context, wherever the native form can say it; where it cannot, the
 * flag errs towards off and a note says so.
 *
 * <p>A feature without variants becomes a boolean flag whose off variant is {@code off}, false. A feature with variants
 * becomes a flag without an off variant: while it is off the client's own default applies, and that is how a client tells
 * off from every variant.
 *
 * @param flags in the order of the document
 * @param segments in the order of the document
 * @param notes what concerns the document as a whole
 */
public record NativeForm(List<ConvertedFlag> flags, List<ConvertedSegment> segments, List<String> notes) {
    public NativeForm {
        flags = List.copyOf(flags);
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
    }

    public static NativeForm of(FeaturesDocument document) {
        List<ConvertedSegment> segments =
                document.segments().stream().map(NativeForm::segment).toList();
        Surroundings surroundings = Surroundings.of(document, segments);
        List<ConvertedFlag> flags = document.features().stream()
                .map(feature -> FlagConversion.of(feature, surroundings))
                .toList();
        return new NativeForm(compilable(flags, segments), segments, projects(document));
    }

    /** The flags, without the definitions that the engine would refuse. */
    private static List<ConvertedFlag> compilable(List<ConvertedFlag> flags, List<ConvertedSegment> segments) {
        FlagSet compiled = SnapshotCompiler.compile(
                flags.stream().flatMap(flag -> flag.definition().stream()).toList(),
                segments.stream()
                        .flatMap(segment -> segment.definition().stream())
                        .toList());
        Map<String, String> problems =
                compiled.problems().stream().collect(Collectors.toMap(Problem::flag, Problem::sentence));
        return flags.stream()
                .map(flag -> Optional.ofNullable(problems.get(flag.key()))
                        .map(problem -> ConvertedFlag.lost(flag.key(), "The engine refuses it: " + problem + "."))
                        .orElse(flag))
                .toList();
    }

    /** How many flags had an outcome. */
    public long count(Outcome outcome) {
        return flags.stream().filter(flag -> flag.outcome() == outcome).count();
    }

    private static ConvertedSegment segment(Segment segment) {
        String key = Surroundings.segmentKey(segment.id());
        String name = segment.name() == null ? "Unleash segment " + segment.id() : segment.name();
        Notes notes = new Notes();
        ConstraintConversion constraints = new ConstraintConversion(notes);
        ConditionDefinition condition = Conditions.all(constraints.conditions(segment.constraints()));
        return constraints.understood()
                ? new ConvertedSegment(
                        key, name, notes.outcome(), notes.sentences(), new SegmentDefinition(key, condition))
                : new ConvertedSegment(key, name, Outcome.LOST, notes.sentences(), null);
    }

    private static List<String> projects(FeaturesDocument document) {
        var projects = new TreeSet<String>();
        for (Feature feature : document.features()) {
            Optional.ofNullable(feature.project()).ifPresent(projects::add);
        }
        return projects.size() < 2
                ? List.of()
                : List.of(Legible.line("The features come from " + projects.size()
                        + " projects and become flags of one: " + String.join(", ", projects) + "."));
    }
}
