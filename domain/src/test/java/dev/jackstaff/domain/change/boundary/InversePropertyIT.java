package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.change.AttributeInstruction.CreateAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.DeleteAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.DescribeAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.SetAttributeType;
import dev.jackstaff.domain.change.AttributeInstruction.SetAttributeValues;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.DetailsInstruction.SetServerOnly;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.EnvironmentInstruction.RenameEnvironment;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetSortOrder;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag;
import dev.jackstaff.domain.change.FlagLifecycle.UnarchiveFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.PrerequisiteInstruction.AddPrerequisite;
import dev.jackstaff.domain.change.PrerequisiteInstruction.RemovePrerequisite;
import dev.jackstaff.domain.change.ProjectInstruction.DescribeProject;
import dev.jackstaff.domain.change.ProjectInstruction.RenameProject;
import dev.jackstaff.domain.change.RandomInstructions;
import dev.jackstaff.domain.change.SegmentInstruction.RenameSegment;
import dev.jackstaff.domain.change.SegmentInstruction.SetCondition;
import dev.jackstaff.domain.change.SegmentLifecycle.CreateSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.DeleteSegment;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.change.TraitInstruction.MarkStale;
import dev.jackstaff.domain.change.VariantInstruction.AddVariant;
import dev.jackstaff.domain.change.VariantInstruction.MoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.RemoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.UpdateVariant;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random changes of everything that a project has, and their inverses. */
class InversePropertyIT {
    private static final int STEPS = 25;
    private static final List<EnvironmentKey> ENVIRONMENTS =
            List.of(new EnvironmentKey("production"), new EnvironmentKey("staging"));
    private static final List<FlagKey> SWITCHES = List.of(new FlagKey("a"), new FlagKey("b"));
    private static final List<FlagKey> PASSING = List.of(new FlagKey("d"), new FlagKey("e"));
    private static final FlagKey TEXT = new FlagKey("c");
    private static final List<String> VARIANTS = List.of("one", "two", "three", "four");
    private static final List<SegmentKey> SEGMENTS = List.of(new SegmentKey("s"), new SegmentKey("t"));

    private static final List<AttributeName> ATTRIBUTES =
            List.of(new AttributeName("plan"), new AttributeName("seats"));
    private static final List<AttributeType> TYPES = List.of(AttributeType.STRING, AttributeType.NUMBER);
    private static final List<String> VALUES = List.of("1", "1.0", "pro");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final Changes changes = hub.get(Changes.class);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aListAndItsInverseGiveTheSnapshotsBackByteForByte(long seed) {
        apply(ChangeStep.of(List.of(
                new CreateFlag(SWITCHES.get(0), CommandFixtures.booleanDetails()),
                new CreateFlag(SWITCHES.get(1), CommandFixtures.booleanDetails()),
                new CreateFlag(TEXT, CommandFixtures.textDetails("one", "two")),
                new CreateSegment(SEGMENTS.get(0), new SegmentDetails("", "", ConditionDefinition.ALWAYS)))));
        Random random = new Random(seed);
        for (int list = 0; list < 3; list++) {
            List<String> before = content();
            List<ChangeStep> steps = possibleSteps(random);

            ChangeResult dry = hub.callAsAdmin(() -> changes.dryRun(project, request(steps)));
            assertThat(content()).isEqualTo(before);
            ChangeResult done = apply(steps);
            assertThat(withoutIds(done)).isEqualTo(withoutIds(dry));
            apply(done.inverse());

            assertThat(content()).describedAs(done.sentences().toString()).isEqualTo(before);
            apply(steps);
        }
    }

    /** What a result says, but for the ids of what it makes, which are made anew each time. */
    private static List<Object> withoutIds(ChangeResult result) {
        return List.of(
                result.revisions(), result.projectRevision(), result.sentences(), result.effects(), result.movements());
    }

    /** Steps that can be carried out one after the other: each one that cannot is left out. */
    private List<ChangeStep> possibleSteps(Random random) {
        List<ChangeStep> steps = new ArrayList<>();
        Map<FlagAddress, FlagStateDetails> settings = new HashMap<>();
        while (steps.size() < STEPS) {
            ChangeStep candidate = anyStep(random, settings);
            List<ChangeStep> more = new ArrayList<>(steps);
            more.add(candidate);
            try {
                hub.callAsAdmin(() -> changes.dryRun(project, request(more)));
                steps.add(candidate);
                remember(candidate, settings);
            } catch (DomainException refused) {
                assertThat(refused.sentence()).isNotEmpty();
            }
        }
        return steps;
    }

    private void remember(ChangeStep step, Map<FlagAddress, FlagStateDetails> settings) {
        EnvironmentKey environment = step.environment();
        if (step.instruction() instanceof StateInstruction instruction && environment != null) {
            settings.compute(
                    new FlagAddress(project, instruction.flag(), environment),
                    (address, present) -> instruction.apply(present == null ? stored(address) : present));
        }
    }

    private ChangeStep anyStep(Random random, Map<FlagAddress, FlagStateDetails> settings) {
        if (random.nextBoolean()) {
            FlagKey flag = any(random, SWITCHES);
            EnvironmentKey environment = any(random, ENVIRONMENTS);
            FlagAddress address = new FlagAddress(project, flag, environment);
            FlagStateDetails present = settings.containsKey(address) ? settings.get(address) : stored(address);
            return new ChangeStep(new RandomInstructions(random.nextLong(), flag).next(present), environment);
        }
        return new ChangeStep(anyShared(random), null);
    }

    private static Instruction anyShared(Random random) {
        FlagKey flag = any(random, SWITCHES);
        FlagKey passing = any(random, PASSING);
        SegmentKey segment = any(random, SEGMENTS);
        AttributeName attribute = any(random, ATTRIBUTES);
        String variant = any(random, VARIANTS);
        return switch (random.nextInt(27)) {
            case 0 -> new SetText(flag, SetText.Text.NAME, "n" + random.nextInt(3));
            case 1 -> new SetTags(TEXT, List.of("t" + random.nextInt(3)));
            case 2 -> new SetServerOnly(TEXT, random.nextBoolean());
            case 3 -> new AddVariant(TEXT, new VariantInput(variant, "\"" + random.nextInt(5) + "\"", ""), null);
            case 4 -> new UpdateVariant(TEXT, new VariantInput(variant, "\"" + random.nextInt(5) + "\"", ""));
            case 5 -> new MoveVariant(TEXT, variant, any(random, VARIANTS));
            case 6 -> new RemoveVariant(TEXT, variant);
            case 7 -> new AddPrerequisite(flag, new PrerequisiteDefinition("c", List.of()), null);
            case 8 -> new RemovePrerequisite(flag, "c");
            case 9 -> new CreateFlag(passing, CommandFixtures.booleanDetails());
            case 10 -> new DeleteFlag(passing, true);
            case 11 -> new ArchiveFlag(passing);
            case 12 -> new UnarchiveFlag(passing);
            case 13 -> new CreateSegment(segment, new SegmentDetails("", "", ConditionDefinition.ALWAYS));
            case 14 -> new DeleteSegment(segment);
            case 15 -> new RenameSegment(segment, "n" + random.nextInt(3));
            case 16 ->
                new CreateAttribute(
                        attribute, new AttributeDetails(any(random, TYPES), "", List.of(any(random, VALUES))));
            case 17 -> new SetAttributeType(attribute, any(random, TYPES));
            case 18 -> new DescribeAttribute(attribute, "d" + random.nextInt(3));
            case 19 -> new SetAttributeValues(attribute, List.of(any(random, VALUES)));
            case 20 -> new DeleteAttribute(attribute);
            case 21 -> new MarkStale(flag, random.nextBoolean());
            case 22 -> new RenameEnvironment(any(random, ENVIRONMENTS), "n" + random.nextInt(3));
            case 23 -> new SetSortOrder(any(random, ENVIRONMENTS), random.nextInt(3));
            case 24 -> new RenameProject("n" + random.nextInt(3));
            case 25 -> new DescribeProject("d" + random.nextInt(3));
            default ->
                new SetCondition(
                        segment, ConditionDefinition.Comparison.of("country", Operator.IN, "c" + random.nextInt(3)));
        };
    }

    private static <T> T any(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private FlagStateDetails stored(FlagAddress address) {
        FlagStateView view = hub.callAsAdmin(() -> hub.get(FlagStates.class).get(address));
        return new FlagStateDetails(view.enabled(), view.offVariant(), view.fallthrough(), view.rules());
    }

    private ChangeResult apply(List<ChangeStep> steps) {
        return hub.callAsAdmin(() -> changes.apply(project, request(steps)));
    }

    private static ChangeRequest request(List<ChangeStep> steps) {
        return new ChangeRequest(steps, ChangeBase.NONE, ChangeNote.NONE);
    }

    /** The snapshots but for revision and time, the ids of all rules, and what people are told of flags and segments. */
    private List<String> content() {
        List<String> content = new ArrayList<>();
        for (EnvironmentKey environment : ENVIRONMENTS) {
            Snapshot snapshot = hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, environment));
            content.add(new String(SnapshotWriter.write(snapshot), StandardCharsets.UTF_8)
                    .replaceFirst("\"revision\":\\d+", "")
                    .replaceFirst("\"changedAt\":\"[^\"]*\"", ""));
        }
        String ofProject = " join project p on p.id = f.project_id where p.key = '" + project + "' order by 1";
        content.addAll(hub.query("select f.key || cast(s.environment_id as text) || cast(s.rule_ids as text)"
                + " from flag f join flag_state s on s.flag_id = f.id" + ofProject));
        content.addAll(hub.query(
                "select f.id || f.key || f.name || f.archived || cast(f.tags as text) || cast(f.traits as text) from flag f"
                        + ofProject));
        content.addAll(hub.query("select f.id || f.key || f.name from segment f" + ofProject));
        content.addAll(hub.query("select f.key || f.name || f.sort_order from environment f" + ofProject));
        content.addAll(hub.query("select name || description from project where key = '" + project + "'"));
        content.addAll(
                hub.query("select f.name || ' ' || f.type || ' ' || f.description || cast(f.legal_values as text)"
                        + " from context_attribute f" + ofProject));
        return content;
    }
}
