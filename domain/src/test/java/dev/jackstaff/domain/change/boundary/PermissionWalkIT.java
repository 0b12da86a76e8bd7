package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
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
import dev.jackstaff.domain.change.DetailsInstruction.SetKind;
import dev.jackstaff.domain.change.DetailsInstruction.SetServerOnly;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.EnvironmentInstruction.RenameEnvironment;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetColour;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetProduction;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetSortOrder;
import dev.jackstaff.domain.change.EnvironmentLifecycle.CreateEnvironment;
import dev.jackstaff.domain.change.EnvironmentLifecycle.DeleteEnvironment;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag;
import dev.jackstaff.domain.change.FlagLifecycle.RestoreFlag;
import dev.jackstaff.domain.change.FlagLifecycle.UnarchiveFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.PrerequisiteInstruction.AddPrerequisite;
import dev.jackstaff.domain.change.PrerequisiteInstruction.RemovePrerequisite;
import dev.jackstaff.domain.change.ProjectInstruction.DescribeProject;
import dev.jackstaff.domain.change.ProjectInstruction.RenameProject;
import dev.jackstaff.domain.change.ProjectLifecycle;
import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.RuleListInstruction.MoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.RemoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.UpdateRule;
import dev.jackstaff.domain.change.RulePartInstruction.DescribeRule;
import dev.jackstaff.domain.change.RulePartInstruction.SetRollout;
import dev.jackstaff.domain.change.RulePartInstruction.SetRuleCondition;
import dev.jackstaff.domain.change.RulePartInstruction.SetRuleOutcome;
import dev.jackstaff.domain.change.RulePartInstruction.SwitchRule;
import dev.jackstaff.domain.change.SegmentInstruction.DescribeSegment;
import dev.jackstaff.domain.change.SegmentInstruction.RenameSegment;
import dev.jackstaff.domain.change.SegmentInstruction.SetCondition;
import dev.jackstaff.domain.change.SegmentLifecycle.CreateSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.DeleteSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.RestoreSegment;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.SettingsInstruction.SetOffVariant;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.SettingsPart;
import dev.jackstaff.domain.change.TraitInstruction.MarkStale;
import dev.jackstaff.domain.change.TraitInstruction.SetLinks;
import dev.jackstaff.domain.change.TraitInstruction.SetMetadata;
import dev.jackstaff.domain.change.TraitInstruction.SetSchema;
import dev.jackstaff.domain.change.ValueInstruction.ResetValue;
import dev.jackstaff.domain.change.ValueInstruction.SetValue;
import dev.jackstaff.domain.change.VariantInstruction.AddVariant;
import dev.jackstaff.domain.change.VariantInstruction.MoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.RemoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.UpdateVariant;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.domain.flag.boundary.StalePolicies;
import dev.jackstaff.domain.imports.ImportBatch;
import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.domain.imports.boundary.Imports;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewEnvironment;
import dev.jackstaff.domain.project.boundary.NewProject;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DeniablePolicy;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each way in which a project can be changed, tried without each of the permissions that it demands. An instruction, or a
 * use case that writes, which has no entry here fails the test.
 */
class PermissionWalkIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final FlagKey CHECKOUT = new FlagKey("checkout");
    private static final FlagKey SEARCH = new FlagKey("search");
    private static final FlagKey OLD = new FlagKey("old");
    private static final FlagKey GONE = new FlagKey("gone");
    private static final FlagKey KILLED = new FlagKey("killed");
    private static final FlagKey FRESH = new FlagKey("fresh");
    private static final SegmentKey BETA = new SegmentKey("beta");
    private static final AttributeName PLAN = new AttributeName("plan");
    private static final SegmentKey LOST = new SegmentKey("lost");
    private static final ConditionDefinition SWEDES = ConditionDefinition.Comparison.of("country", Operator.IN, "SE");
    private static final RuleDefinition RULE = rule("r1", ConditionDefinition.ALWAYS, "Everybody");
    private static final RuleDefinition OTHER_RULE = rule("r2", SWEDES, "Swedes");

    /** The use cases that write. Those of the hub itself ask nobody, and do what somebody was allowed to order. */
    private static final List<Class<?>> WRITING = List.of(
            Changes.class,
            FlagChanges.class,
            FlagStateChanges.class,
            SegmentChanges.class,
            AttributeChanges.class,
            EnvironmentChanges.class,
            ProjectChanges.class,
            Restores.class,
            FlagCopies.class,
            KillSwitches.class,
            StalePolicies.class,
            Imports.class);

    /** Their methods that read, or only undo an order. */
    private static final Set<String> READING =
            Set.of("KillSwitches.waiting", "KillSwitches.findWaiting", "KillSwitches.cancel", "StalePolicies.get");

    /** A project that refusals leave as it is. */
    private static final Fixture UNCHANGED = Fixture.make(DomainContainer.shared());

    private final DomainContainer hub = DomainContainer.shared();
    private final DeniablePolicy policy = hub.get(DeniablePolicy.class);

    private static RuleDefinition rule(String id, ConditionDefinition condition, String name) {
        return RuleDefinition.of(name, condition, new Serve("on")).withId(id);
    }

    /** A way to change the project of the fixture. */
    private record Way(String name, Consumer<Fixture> work) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A project in which every instruction can be carried out. */
    private record Fixture(DomainContainer hub, ProjectKey project, UUID gone, UUID lost) {
        static Fixture make(DomainContainer hub) {
            ProjectKey project = hub.createProject();
            Fixture fixture = new Fixture(hub, project, UUID.randomUUID(), UUID.randomUUID());
            fixture.apply(
                    new CreateFlag(CHECKOUT, CommandFixtures.textDetails("on", "off", "spare")),
                    new AddRule(CHECKOUT, RULE, null),
                    new AddRule(CHECKOUT, OTHER_RULE, null),
                    new CreateFlag(
                            SEARCH, CommandFixtures.booleanDetails(new PrerequisiteDefinition("checkout", List.of()))),
                    new CreateFlag(OLD, CommandFixtures.booleanDetails()),
                    new ArchiveFlag(OLD),
                    new CreateFlag(KILLED, CommandFixtures.booleanDetails()),
                    new CreateFlag(GONE, CommandFixtures.booleanDetails()),
                    new CreateSegment(BETA, new SegmentDetails("", "", ConditionDefinition.ALWAYS)),
                    new CreateAttribute(PLAN, new AttributeDetails(AttributeType.STRING, "", List.of())),
                    new CreateSegment(LOST, new SegmentDetails("", "", ConditionDefinition.ALWAYS)));
            fixture.apply(new Switch(SEARCH, true), new Switch(KILLED, true));
            fixture.as(() -> hub.get(KillSwitches.class)
                    .kill(project, KILLED, Duration.ofMinutes(5), ChangeNote.NONE, ExpectedVersion.any()));
            List<ChangeStep> inverse = fixture.apply(new DeleteFlag(GONE, true), new DeleteSegment(LOST))
                    .inverse();
            return new Fixture(
                    hub,
                    project,
                    ((RestoreFlag) inverse.get(1).instruction()).id(),
                    ((RestoreSegment) inverse.get(0).instruction()).id());
        }

        ChangeResult apply(Instruction... instructions) {
            return hub.callAsAdmin(() -> hub.get(Changes.class).apply(project, request(instructions)));
        }

        static ChangeRequest request(Instruction... instructions) {
            return new ChangeRequest(
                    ChangeStep.in(PRODUCTION, List.of(instructions)), ChangeBase.NONE, ChangeNote.NONE);
        }

        <T> T as(Supplier<T> work) {
            return hub.callAsAdmin(work);
        }

        FlagAddress address(FlagKey flag) {
            return new FlagAddress(project, flag, PRODUCTION);
        }

        /** All that is stored of the project. */
        List<String> content() {
            String ofProject = " join project p on p.id = t.project_id where p.key = '" + project + "' order by 1";
            return Stream.of(
                            "select cast(t as text) from project t where t.key = '" + project + "'",
                            "select cast(t as text) from environment t" + ofProject,
                            "select cast(t as text) from flag t" + ofProject,
                            "select cast(t as text) from segment t" + ofProject,
                            "select cast(t as text) from context_attribute t" + ofProject,
                            "select cast(t as text) from change t" + ofProject,
                            "select cast(t as text) from stale_policy t" + ofProject,
                            "select cast(s as text) from flag_state s join flag t on t.id = s.flag_id" + ofProject)
                    .flatMap(query -> hub.query(query).stream())
                    .toList();
        }
    }

    /** Each instruction by itself. */
    private static Stream<Way> instructions() {
        return Stream.<Maker>of(
                        f -> new Switch(CHECKOUT, true),
                        f -> new SetOffVariant(CHECKOUT, "off"),
                        f -> new SetFallthrough(CHECKOUT, new Serve("off")),
                        f -> new AddRule(CHECKOUT, rule("r3", SWEDES, "New"), null),
                        f -> new UpdateRule(CHECKOUT, rule("r1", SWEDES, "New")),
                        f -> new MoveRule(CHECKOUT, "r1", null),
                        f -> new RemoveRule(CHECKOUT, "r1"),
                        f -> new SwitchRule(CHECKOUT, "r1", false),
                        f -> new SetRollout(CHECKOUT, "r1", new RolloutDefinition(10, "default", "")),
                        f -> new SetRuleOutcome(CHECKOUT, "r1", new Serve("off")),
                        f -> new SetRuleCondition(CHECKOUT, "r1", SWEDES),
                        f -> new DescribeRule(CHECKOUT, "r1", "New", ""),
                        f -> new SetText(CHECKOUT, SetText.Text.NAME, "New"),
                        f -> new SetKind(CHECKOUT, FlagKind.EXPERIMENT),
                        f -> new SetTags(CHECKOUT, List.of("new")),
                        f -> new SetServerOnly(CHECKOUT, true),
                        f -> new SetMetadata(CHECKOUT, Map.of("tier", "1")),
                        f -> new SetLinks(CHECKOUT, List.of(new FlagLink("Ticket", "https://example.org"))),
                        f -> new MarkStale(CHECKOUT, true),
                        f -> new SetSchema(FRESH, "{\"type\":\"object\"}"),
                        f -> new SetValue(CHECKOUT, "spare", "\"new\""),
                        f -> new ResetValue(CHECKOUT, "off"),
                        f -> new AddVariant(CHECKOUT, new VariantInput("new", "\"new\"", ""), null),
                        f -> new UpdateVariant(CHECKOUT, new VariantInput("spare", "\"new\"", "")),
                        f -> new MoveVariant(CHECKOUT, "spare", "on"),
                        f -> new RemoveVariant(CHECKOUT, "spare"),
                        f -> new AddPrerequisite(CHECKOUT, new PrerequisiteDefinition("fresh", List.of()), null),
                        f -> new RemovePrerequisite(SEARCH, "checkout"),
                        f -> new CreateFlag(FRESH, CommandFixtures.booleanDetails()),
                        f -> new ArchiveFlag(SEARCH),
                        f -> new UnarchiveFlag(OLD),
                        f -> new DeleteFlag(SEARCH, true),
                        f -> new RestoreFlag(GONE, f.gone),
                        f -> new CreateSegment(new SegmentKey("new"), new SegmentDetails("", "", SWEDES)),
                        f -> new RenameSegment(BETA, "New"),
                        f -> new DescribeSegment(BETA, "new"),
                        f -> new SetCondition(BETA, SWEDES),
                        f -> new DeleteSegment(BETA),
                        f -> new RestoreSegment(LOST, f.lost),
                        f -> new CreateAttribute(
                                new AttributeName("country"),
                                new AttributeDetails(AttributeType.STRING, "", List.of())),
                        f -> new SetAttributeType(PLAN, AttributeType.NUMBER),
                        f -> new DescribeAttribute(PLAN, "new"),
                        f -> new SetAttributeValues(PLAN, List.of("new")),
                        f -> new DeleteAttribute(PLAN),
                        f -> new CreateEnvironment(new EnvironmentKey("new"), "", false, null),
                        f -> new RenameEnvironment(STAGING, "New"),
                        f -> new SetProduction(STAGING, true),
                        f -> new SetSortOrder(STAGING, 7),
                        f -> new SetColour(STAGING, EnvironmentColour.PINK),
                        f -> new DeleteEnvironment(STAGING, true),
                        f -> new RenameProject("New"),
                        f -> new DescribeProject("new"))
                .map(made -> new Way(
                        made.name(),
                        f -> f.apply(Stream.concat(before(made.name()).stream(), Stream.of(made.make(f)))
                                .toArray(Instruction[]::new))));
    }

    /** What must have been done for an instruction to change something. */
    private static List<Instruction> before(String instruction) {
        return switch (instruction) {
            case "AddPrerequisite" -> List.of(new CreateFlag(FRESH, CommandFixtures.booleanDetails()));
            case "SetSchema" ->
                List.of(new CreateFlag(
                        FRESH, CommandFixtures.details(ValueType.JSON, new VariantInput("one", "{}", ""))));
            case "ResetValue" -> List.of(new SetValue(CHECKOUT, "off", "\"o\""), new SetValue(CHECKOUT, "on", "\"i\""));
            default -> List.of();
        };
    }

    /** The maker of an instruction. */
    @FunctionalInterface
    private interface Maker {
        Instruction make(Fixture fixture);

        default String name() {
            return make(new Fixture(DomainContainer.shared(), new ProjectKey("none"), new UUID(0, 0), new UUID(0, 0)))
                    .getClass()
                    .getSimpleName();
        }
    }

    /** Each use case that writes. */
    private static Stream<Way> useCases() {
        Map<String, Consumer<Fixture>> ways = new LinkedHashMap<>();
        ways.put("Changes.apply", f -> f.apply(new Switch(CHECKOUT, true)));
        ways.put(
                "Changes.run",
                f -> f.as(() ->
                        f.hub.get(Changes.class).run(f.project, Fixture.request(new Switch(CHECKOUT, true)), false)));
        ways.put(
                "FlagChanges.create",
                f -> f.as(() -> f.hub.get(FlagChanges.class)
                        .create(f.project, new NewFlag(FRESH, CommandFixtures.booleanDetails()))));
        ways.put(
                "FlagChanges.update",
                f -> f.as(() -> f.hub.get(FlagChanges.class)
                        .update(
                                f.project,
                                CHECKOUT,
                                view -> CommandFixtures.textDetails("on", "off").withTexts("New", "", ""),
                                ExpectedVersion.any())));
        ways.put(
                "FlagChanges.change",
                f -> f.as(() -> f.hub.get(FlagChanges.class)
                        .change(
                                f.project,
                                CHECKOUT,
                                view -> CommandFixtures.textDetails("on", "off").withTexts("New", "", ""),
                                ExpectedVersion.any())));
        ways.put(
                "FlagChanges.archive",
                f -> f.as(() -> f.hub.get(FlagChanges.class).archive(f.project, SEARCH, ExpectedVersion.any())));
        ways.put(
                "FlagChanges.unarchive",
                f -> f.as(() -> f.hub.get(FlagChanges.class).unarchive(f.project, OLD, ExpectedVersion.any())));
        ways.put(
                "FlagChanges.delete",
                f -> f.as(() -> {
                    f.hub.get(FlagChanges.class).delete(f.project, SEARCH, true, ExpectedVersion.any());
                    return true;
                }));
        ways.put(
                "FlagStateChanges.update",
                f -> f.as(() -> f.hub.get(FlagStateChanges.class)
                        .update(f.address(CHECKOUT), CommandFixtures.serving("off"), ExpectedVersion.any())));
        ways.put(
                "FlagStateChanges.toggle",
                f -> f.as(() -> f.hub.get(FlagStateChanges.class).toggle(f.address(SEARCH))));
        ways.put(
                "FlagStateChanges.switchTo",
                f -> f.as(() -> f.hub.get(FlagStateChanges.class).switchTo(f.address(SEARCH), false)));
        ways.put(
                "SegmentChanges.create",
                f -> f.as(() ->
                        f.hub.get(SegmentChanges.class).create(f.project, CommandFixtures.aSegment("new", SWEDES))));
        ways.put(
                "SegmentChanges.update",
                f -> f.as(() -> f.hub.get(SegmentChanges.class)
                        .update(f.project, BETA, new SegmentDetails("New", "", SWEDES), ExpectedVersion.any())));
        ways.put(
                "SegmentChanges.delete",
                f -> f.as(() -> {
                    f.hub.get(SegmentChanges.class).delete(f.project, BETA, ExpectedVersion.any());
                    return true;
                }));
        ways.put(
                "AttributeChanges.put",
                f -> f.as(() -> f.hub.get(AttributeChanges.class)
                        .put(
                                f.project,
                                new AttributeName("country"),
                                before -> new AttributeDetails(AttributeType.STRING, "", List.of()),
                                ExpectedVersion.any())));
        ways.put(
                "AttributeChanges.update",
                f -> f.as(() -> f.hub.get(AttributeChanges.class)
                        .update(
                                f.project,
                                PLAN,
                                before -> new AttributeDetails(AttributeType.NUMBER, "new", List.of()),
                                ExpectedVersion.any())));
        ways.put(
                "AttributeChanges.delete",
                f -> f.as(() -> {
                    f.hub.get(AttributeChanges.class).delete(f.project, PLAN, ExpectedVersion.any());
                    return true;
                }));
        ways.put(
                "EnvironmentChanges.create",
                f -> f.as(() -> f.hub.get(EnvironmentChanges.class)
                        .create(f.project, new NewEnvironment(new EnvironmentKey("new"), "", false, null))));
        ways.put(
                "EnvironmentChanges.update",
                f -> f.as(() -> f.hub.get(EnvironmentChanges.class)
                        .update(
                                f.project,
                                STAGING,
                                new EnvironmentDetails("New", true, 3, EnvironmentColour.LIME),
                                ExpectedVersion.any())));
        ways.put(
                "EnvironmentChanges.delete",
                f -> f.as(() -> {
                    f.hub.get(EnvironmentChanges.class).delete(f.project, STAGING, true, ExpectedVersion.any());
                    return true;
                }));
        ways.put(
                "ProjectChanges.update",
                f -> f.as(() -> f.hub.get(ProjectChanges.class)
                        .update(f.project, new ProjectDetails("New", ""), ExpectedVersion.any())));
        ways.put(
                "ProjectChanges.delete",
                f -> f.as(() -> {
                    f.hub.get(ProjectChanges.class).delete(f.project, true, ExpectedVersion.any());
                    return true;
                }));
        ways.put(
                "Restores.restore",
                f -> f.as(() -> f.hub.get(Restores.class)
                        .restore(
                                f.project,
                                new RestoreRequest(
                                        null, OptionalLong.empty(), OptionalLong.of(2), Set.of(GONE), Set.of(LOST)),
                                ChangeBase.NONE,
                                ChangeNote.NONE,
                                false)));
        ways.put(
                "FlagCopies.promote",
                f -> f.as(() -> f.hub.get(FlagCopies.class)
                        .promote(
                                f.project,
                                new Promotion(
                                        PRODUCTION,
                                        OptionalLong.empty(),
                                        STAGING,
                                        Set.of(),
                                        EnumSet.allOf(SettingsPart.class)),
                                ChangeBase.NONE,
                                ChangeNote.NONE,
                                false)));
        ways.put(
                "FlagCopies.copy",
                f -> f.as(() -> f.hub.get(FlagCopies.class)
                        .copy(
                                f.project,
                                SEARCH,
                                new FlagCopies.Copy(FRESH, "", true),
                                ChangeNote.NONE,
                                ExpectedVersion.any())));
        ways.put(
                "KillSwitches.kill",
                f -> f.as(() -> f.hub.get(KillSwitches.class)
                        .kill(f.project, SEARCH, Duration.ofMinutes(5), ChangeNote.NONE, ExpectedVersion.any())));
        ways.put(
                "KillSwitches.restore",
                f -> f.as(() -> f.hub.get(KillSwitches.class).restore(f.project, KILLED, ChangeNote.NONE)));
        ways.put(
                "StalePolicies.update",
                f -> f.as(() -> f.hub.get(StalePolicies.class)
                        .update(f.project, policy -> policy.withUsageDays(9), ExpectedVersion.any())));
        ways.put(
                "Imports.apply",
                f -> f.as(() -> f.hub.get(Imports.class)
                        .apply(
                                f.project,
                                PRODUCTION,
                                new ImportBatch(
                                        List.of(CommandFixtures.aSegment("new", SWEDES)),
                                        List.of(new ImportedFlag(
                                                FRESH,
                                                CommandFixtures.booleanDetails(),
                                                CommandFixtures.serving("on")))))));
        return ways.entrySet().stream().map(way -> new Way(way.getKey(), way.getValue()));
    }

    private static Stream<Way> ways() {
        return Stream.concat(instructions(), useCases());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void withoutOneOfItsPermissionsItIsRefusedAndNothingIsChanged(Way way) {
        Fixture allowed = Fixture.make(hub);
        List<String> before = allowed.content();
        policy.demanded(allowed.project).clear();
        way.work.accept(allowed);
        assertThat(allowed.content()).isNotEqualTo(before);
        Set<Permission> demanded = Set.copyOf(policy.demanded(allowed.project));
        assertThat(demanded).isNotEmpty();

        List<String> content = UNCHANGED.content();
        for (Permission permission : demanded) {
            policy.deny(UNCHANGED.project, permission);
            assertThatExceptionOfType(DomainException.Forbidden.class)
                    .describedAs(permission.label())
                    .isThrownBy(() -> way.work.accept(UNCHANGED));
        }
        policy.allowAll(UNCHANGED.project);
        assertThat(UNCHANGED.content()).isEqualTo(content);
    }

    @Test
    void aProjectIsNotMadeWithoutThePermission() {
        ProjectKey key = new ProjectKey(DomainContainer.uniqueKey());
        policy.deny(key, Permission.PROJECT_CREATE);

        assertThatExceptionOfType(DomainException.Forbidden.class)
                .isThrownBy(() ->
                        hub.callAsAdmin(() -> hub.get(ProjectChanges.class).create(new NewProject(key, "", ""))));
        assertThat(hub.query("select key from project where key = '" + key + "'"))
                .isEmpty();
    }

    @Test
    void everyInstructionIsTried() {
        List<String> all = new ArrayList<>();
        collect(Instruction.class, all);

        assertThat(instructions().map(Way::name))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(name -> !name.endsWith("Project") || name.startsWith("R") || name.startsWith("Des"))
                        .toList());
    }

    private static void collect(Class<?> type, List<String> records) {
        if (type.isRecord()) {
            records.add(type.getSimpleName());
        } else {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted, records);
            }
        }
    }

    @Test
    void everyUseCaseThatWritesIsTried() {
        Set<String> writing = WRITING.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(PermissionWalkIT::name)
                .filter(name -> !READING.contains(name) && !name.endsWith("dryRun"))
                .collect(Collectors.toSet());

        assertThat(useCases().map(Way::name))
                .containsExactlyInAnyOrderElementsOf(writing.stream()
                        .filter(name -> !name.equals("ProjectChanges.create"))
                        .toList());
        assertThat(ProjectLifecycle.class.getPermittedSubclasses()).hasSize(2);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
