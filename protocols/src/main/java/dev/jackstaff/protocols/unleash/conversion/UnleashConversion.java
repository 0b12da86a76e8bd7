package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import dev.jackstaff.protocols.unleash.UnleashSegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The conversion of a features document to native definitions, feature by feature, with notes on what was changed and
 * lost. A converted flag evaluates as in Unleash for the same context, wherever the native form can express it; where
 * it cannot, the flag errs towards off and a note says so.
 *
 * <p>A feature without variants becomes a boolean flag whose off variant is {@code off}, false. A feature with variants
 * becomes a flag without an off variant: while it is off the client's own default applies, and that is how a client
 * tells off from every variant.
 *
 * @param flags in the order of the document
 * @param segments in the order of the document
 * @param notes what concerns the document as a whole
 */
public record UnleashConversion(List<ConvertedFlag> flags, List<ConvertedSegment> segments, List<String> notes) {
    public UnleashConversion {
        flags = List.copyOf(flags);
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
    }

    public static UnleashConversion of(FeaturesDocument document) {
        List<ConvertedSegment> segments =
                document.segments().stream().map(UnleashConversion::segment).toList();
        ConversionContext surroundings = ConversionContext.of(document, segments);
        List<ConvertedFlag> flags = document.features().stream()
                .map(feature -> FlagConversion.of(feature, surroundings))
                .toList();
        return new UnleashConversion(compilable(flags, segments), segments, projects(document));
    }

    /** The flags, without the definitions that the engine would refuse. */
    private static List<ConvertedFlag> compilable(List<ConvertedFlag> flags, List<ConvertedSegment> segments) {
        FlagSet compiled = SnapshotCompiler.compile(
                flags.stream().flatMap(flag -> flag.definition().stream()).toList(),
                segments.stream()
                        .flatMap(segment -> segment.definition().stream())
                        .toList());
        Map<String, String> problems = compiled.problems().stream()
                .collect(Collectors.toMap(CompilationProblem::flag, CompilationProblem::message));
        return flags.stream()
                .map(flag -> Optional.ofNullable(problems.get(flag.key()))
                        .map(problem -> ConvertedFlag.lost(flag.key(), "The engine refuses it: " + problem + "."))
                        .orElse(flag))
                .toList();
    }

    /** The number of flags with a status. */
    public long count(ConversionStatus outcome) {
        return flags.stream().filter(flag -> flag.status() == outcome).count();
    }

    private static ConvertedSegment segment(UnleashSegment segment) {
        String key = ConversionContext.segmentKey(segment.id());
        String name = segment.name() == null ? "Unleash segment " + segment.id() : segment.name();
        ConversionNotes notes = new ConversionNotes();
        ConstraintConversion constraints = new ConstraintConversion(notes);
        ConditionDefinition condition = ConditionDefinitions.all(constraints.conditions(segment.constraints()));
        return constraints.isComplete()
                ? new ConvertedSegment(
                        key, name, notes.status(), notes.sentences(), new SegmentDefinition(key, condition))
                : new ConvertedSegment(key, name, ConversionStatus.LOST, notes.sentences(), null);
    }

    private static List<String> projects(FeaturesDocument document) {
        var projects = new TreeSet<String>();
        for (UnleashFeature feature : document.features()) {
            Optional.ofNullable(feature.project()).ifPresent(projects::add);
        }
        return projects.size() < 2
                ? List.of()
                : List.of(PrintableText.singleLine("The features come from " + projects.size()
                        + " projects and become flags of one: " + String.join(", ", projects) + "."));
    }
}
