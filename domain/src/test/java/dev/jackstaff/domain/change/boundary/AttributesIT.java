package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeOrigin;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.attribute.boundary.AttributeView;
import dev.jackstaff.domain.attribute.boundary.Attributes;
import dev.jackstaff.domain.change.AttributeInstruction.CreateAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.DeleteAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.DescribeAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.SetAttributeType;
import dev.jackstaff.domain.change.AttributeInstruction.SetAttributeValues;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.RulePartInstruction.SetRollout;
import dev.jackstaff.domain.change.SegmentLifecycle.CreateSegment;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.history.ChangeRecord;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionQuery;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The definitions of attributes: how they are changed, what they say about rules, and that edges do not see them. */
class AttributesIT {
    private static final AttributeName PLAN = new AttributeName("plan");
    private static final AttributeName SEATS = new AttributeName("seats");
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final FlagKey CHECKOUT = new FlagKey("checkout");
    private static final AttributeDetails PLANS =
            new AttributeDetails(AttributeType.STRING, "What is paid for", List.of("free", "pro"));

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final Attributes attributes = hub.get(Attributes.class);

    @Test
    void aProjectHasAThousandAttributesAtMost() {
        hub.query("with made as (insert into context_attribute (id, project_id, name, type, description, legal_values,"
                + " created_at, updated_at, version) select gen_random_uuid(), p.id, 'a' || n, 'string', '', '[]', now(), now(), 1"
                + " from project p cross join generate_series(1, 999) n where p.key = '" + project
                + "' returning 1) select count(*) from made");
        apply(new CreateAttribute(PLAN, PLANS));

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(new CreateAttribute(SEATS, PLANS)))
                .withMessageContaining("at most 1000 attributes");
    }

    @Test
    void aDefinitionIsAChangeOfTheProjectAndOfNoEnvironment() {
        ChangeResult empty = apply(new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()));

        ChangeResult result = apply(new CreateAttribute(PLAN, PLANS));

        assertThat(result.projectRevision()).isEqualTo(empty.projectRevision() + 1);
        assertThat(result.revisions()).isEqualTo(empty.revisions());
        assertThat(result.sentences()).containsExactly("Define the attribute \"plan\"");
        assertThat(result.effects())
                .extracting(effect -> effect.action() + " " + effect.subject().resource())
                .containsExactly("created attribute");
        assertThat(changes().get(0).sentences()).isEqualTo(result.sentences());
        assertThat(hub.query(
                        "select key from audit_entry where resource = 'attribute' and project = '" + project + "'"))
                .containsExactly("plan");
        assertThat(hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION))
                        .revision())
                .isEqualTo(empty.revisions().get(PRODUCTION));
    }

    @Test
    void theInverseOfADeletionBringsTheDefinitionBack() {
        apply(new CreateAttribute(PLAN, PLANS), new DescribeAttribute(PLAN, "Plan"));

        ChangeResult deleted = apply(new DeleteAttribute(PLAN));

        assertThatExceptionOfType(DomainException.NotFound.class).isThrownBy(() -> get(PLAN));
        apply(deleted.inverse().stream().map(ChangeStep::instruction).toArray(Instruction[]::new));
        assertThat(get(PLAN).details()).isEqualTo(PLANS.withDescription("Plan"));
    }

    @Test
    void whatSomebodyElseChangedSinceTheBaseConflictsFieldByField() {
        long base = apply(new CreateAttribute(PLAN, PLANS)).projectRevision();
        apply(new DescribeAttribute(PLAN, "Theirs"));

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(base, new DescribeAttribute(PLAN, "Mine")))
                .satisfies(conflict -> assertThat(conflict.violations())
                        .containsExactly(new Violation(
                                "attributes/plan/description",
                                "was \"What is paid for\", is \"Theirs\" now, and would become \"Mine\"")));
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(base, new DeleteAttribute(PLAN)));
        apply(base, new SetAttributeValues(PLAN, List.of("free")));
        assertThat(get(PLAN).details())
                .isEqualTo(new AttributeDetails(AttributeType.STRING, "Theirs", List.of("free")));
    }

    @Test
    void anAttributeThatDidNotExistAtTheBaseConflicts() {
        long base = apply(new CreateAttribute(PLAN, PLANS)).projectRevision();
        long deleted = apply(new DeleteAttribute(PLAN)).projectRevision();
        apply(new CreateAttribute(PLAN, PLANS));

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(deleted, new DescribeAttribute(PLAN, "Mine")));
        apply(base, new DescribeAttribute(PLAN, "Mine"));
        assertThat(changes()).hasSize(4);
    }

    @Test
    void anAttributeIsDeletedAndMadeAnewInOneChange() {
        apply(new CreateAttribute(PLAN, PLANS));
        AttributeDetails number = new AttributeDetails(AttributeType.NUMBER, "", List.of());

        long base = apply(new DeleteAttribute(PLAN), new CreateAttribute(PLAN, number))
                .projectRevision();

        apply(new DescribeAttribute(PLAN, "Theirs"));
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(base, new DescribeAttribute(PLAN, "Mine")))
                .satisfies(conflict ->
                        assertThat(conflict.violations().get(0).message()).startsWith("was \"\", is \"Theirs\""));
    }

    @Test
    void valuesMustFitTheTypeOnceAllInstructionsAreCarriedOut() {
        apply(new CreateAttribute(SEATS, new AttributeDetails(AttributeType.STRING, "", List.of("few"))));

        assertInvalid("values[0]", new SetAttributeType(SEATS, AttributeType.NUMBER));
        assertInvalid("values", new SetAttributeType(SEATS, AttributeType.SEMVER));
        assertInvalid("values[1]", new SetAttributeValues(SEATS, List.of("a", "a")));
        apply(new SetAttributeType(SEATS, AttributeType.NUMBER), new SetAttributeValues(SEATS, List.of("5", "10")));
        assertInvalid("values[2]", new SetAttributeValues(SEATS, List.of("5", "10", "5.0")));
        assertThat(get(SEATS).details()).isEqualTo(new AttributeDetails(AttributeType.NUMBER, "", List.of("5", "10")));
    }

    private void assertInvalid(String field, Instruction instruction) {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> apply(instruction))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::field)
                        .containsExactly(field));
    }

    @Test
    void aRuleOrSegmentWithAValueThatIsNotLegalIsAllowedWithAWarning() {
        apply(
                new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()),
                new CreateAttribute(PLAN, PLANS),
                new CreateAttribute(SEATS, new AttributeDetails(AttributeType.NUMBER, "", List.of("5", "10"))));

        ChangeResult result = apply(
                new AddRule(CHECKOUT, rule("Payers", Comparison.of("plan", Operator.IN, "pro", "por")), null),
                new AddRule(CHECKOUT, rule("Teams", Comparison.of("seats", Operator.NUM_EQ, "10.0")), null),
                new AddRule(CHECKOUT, rule("Larger", Comparison.of("seats", Operator.NUM_GT, "7")), null),
                new CreateSegment(
                        new SegmentKey("small"),
                        new SegmentDetails(
                                "",
                                "",
                                new ConditionDefinition.Any(List.of(Comparison.of("seats", Operator.NUM_EQ, "7"))))));

        assertThat(result.warnings())
                .containsExactly(
                        "The segment \"small\" compares \"seats\" with \"7\", which is none of its values: 5, 10",
                        "The rule \"Payers\" of \"checkout\" in production compares \"plan\" with \"por\", which is none of its"
                                + " values: free, pro");
        ChangeResult later = apply(new SetRollout(CHECKOUT, "Payers", new RolloutDefinition(10, "default", "")));
        assertThat(later.warnings()).isEmpty();
    }

    @Test
    void theListOffersWhatIsDefinedWhatSdksSendAndWhatIsUsed() {
        apply(
                new CreateAttribute(PLAN, PLANS),
                new CreateAttribute(new AttributeName("userId"), PLANS.withValues(List.of())),
                new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()),
                new AddRule(CHECKOUT, rule("Swedes", Comparison.of("country", Operator.IN, "SE")), null),
                new SetRollout(CHECKOUT, "Swedes", new RolloutDefinition(10, "tenant", "")),
                new CreateSegment(
                        new SegmentKey("beta"),
                        new SegmentDetails(
                                "",
                                "",
                                new ConditionDefinition.All(List.of(
                                        new ConditionDefinition.None(
                                                List.of(Comparison.of("tester/kind", Operator.EXISTS))),
                                        Comparison.of("plan", Operator.IN, "pro"))))));

        assertThat(list())
                .extracting(AttributeView::name, AttributeView::origin)
                .containsExactly(
                        tuple("appName", AttributeOrigin.STANDARD),
                        tuple("country", AttributeOrigin.USED),
                        tuple("currentTime", AttributeOrigin.STANDARD),
                        tuple("environment", AttributeOrigin.STANDARD),
                        tuple("plan", AttributeOrigin.PROJECT),
                        tuple("remoteAddress", AttributeOrigin.STANDARD),
                        tuple("sessionId", AttributeOrigin.STANDARD),
                        tuple("targetingKey", AttributeOrigin.STANDARD),
                        tuple("tenant", AttributeOrigin.USED),
                        tuple("tester/kind", AttributeOrigin.USED),
                        tuple("userId", AttributeOrigin.PROJECT));
        apply(new ArchiveFlag(CHECKOUT));
        assertThat(list()).extracting(AttributeView::name).doesNotContain("country", "tenant");
    }

    @Test
    void aWriteOfAnotherVersionIsStale() {
        AttributeChanges changes = hub.get(AttributeChanges.class);
        StoredAttribute first =
                hub.callAsAdmin(() -> changes.put(project, PLAN, before -> PLANS, ExpectedVersion.any()));
        StoredAttribute second = hub.callAsAdmin(
                () -> changes.put(project, PLAN, before -> before.orElseThrow().withDescription("Plan"), seen(first)));

        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.attribute().details()).isEqualTo(PLANS.withDescription("Plan"));
        assertThatExceptionOfType(DomainException.Stale.class)
                .isThrownBy(() -> hub.callAsAdmin(() -> changes.put(project, PLAN, before -> PLANS, seen(first))));
        assertThatExceptionOfType(DomainException.Stale.class)
                .isThrownBy(() ->
                        hub.callAsAdmin(() -> changes.put(project, SEATS, before -> PLANS, ExpectedVersion.of(1))));
    }

    private static ExpectedVersion seen(StoredAttribute stored) {
        return ExpectedVersion.of(stored.attribute().version());
    }

    private static RuleDefinition rule(String name, ConditionDefinition condition) {
        return RuleDefinition.of(name, condition, new Serve("on")).withId(name);
    }

    private AttributeView get(AttributeName name) {
        return hub.callAsAdmin(() -> attributes.get(project, name));
    }

    private List<AttributeView> list() {
        return hub.callAsAdmin(() -> attributes.list(project));
    }

    private List<ChangeRecord> changes() {
        return hub.callAsAdmin(() -> hub.get(History.class).changes(project, new RevisionQuery(Long.MAX_VALUE, 10)));
    }

    private ChangeResult apply(Instruction... instructions) {
        return apply(ChangeBase.NONE, instructions);
    }

    private ChangeResult apply(long base, Instruction... instructions) {
        return apply(new ChangeBase(Map.of(), OptionalLong.of(base)), instructions);
    }

    private ChangeResult apply(ChangeBase base, Instruction... instructions) {
        return hub.callAsAdmin(() -> hub.get(Changes.class)
                .apply(
                        project,
                        new ChangeRequest(ChangeStep.in(PRODUCTION, List.of(instructions)), base, ChangeNote.NONE)));
    }
}
