package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.TraitInstruction.SetLinks;
import dev.jackstaff.domain.change.TraitInstruction.SetMetadata;
import dev.jackstaff.domain.change.TraitInstruction.SetSchema;
import dev.jackstaff.domain.change.ValueInstruction.SetValue;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only some flags have: a schema of their values, another bucketing, metadata, links. */
class FlagTraitsIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final FlagKey LIMITS = new FlagKey("limits");
    private static final String SCHEMA = "{\"properties\":{\"most\":{\"type\":\"integer\",\"maximum\":10}}}";
    private static final FlagDetails DETAILS =
            CommandFixtures.details(ValueType.JSON, new VariantInput("usual", "{\"most\":10}", ""));

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();

    @Test
    void everyValueFitsTheSchemaInEachEnvironment() {
        create(DETAILS.withTraits(FlagTraits.NONE.withSchema(SCHEMA)));

        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> apply(new SetValue(LIMITS, "usual", "{\"most\":11}")))
                .withMessageContaining("values: variant \"usual\": /most: ");
        apply(new SetValue(LIMITS, "usual", "{\"most\":5}"));
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(new SetSchema(LIMITS, SCHEMA.replace("maximum", "minimum"))))
                .withMessageContaining("production")
                .withMessageContaining("/most: ");
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> apply(new SetSchema(LIMITS, SCHEMA.replace("10", "9"))))
                .withMessageStartingWith("variants[0].value: /most: ");
        ChangeResult done = apply(new SetSchema(LIMITS, null), new SetValue(LIMITS, "usual", "[]"));
        apply(done);
        assertThat(flag().traits().schema()).isEqualTo(SCHEMA);
    }

    @Test
    void onlyJsonHasASchema() {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(
                        () -> create(CommandFixtures.booleanDetails().withTraits(FlagTraits.NONE.withSchema(SCHEMA))))
                .withMessageContaining("schema: only values of the type json have a schema");
    }

    @Test
    void metadataIsInTheSnapshotAndLinksAreForPeople() {
        create(DETAILS);
        long revision = revision();

        apply(new SetLinks(LIMITS, List.of(new FlagLink("Ticket", "https://example.org/1"))));
        assertThat(revision()).isEqualTo(revision);
        ChangeResult done = apply(new SetMetadata(LIMITS, Map.of("team", "\"shop\"", "tier", "1")));

        assertThat(definition().metadata()).isEqualTo(Map.of("team", "\"shop\"", "tier", "1"));
        assertThat(flag().traits().links()).hasSize(1);
        apply(done);
        assertThat(definition().metadata()).isEmpty();
        for (Instruction refused : List.of(
                new SetMetadata(LIMITS, Map.of("a", "[]")),
                new SetMetadata(LIMITS, Map.of("a", "null")),
                new SetMetadata(LIMITS, Map.of(" ", "1")),
                new SetMetadata(LIMITS, Map.of("a", "\"" + "a".repeat(4_000) + "\"")),
                new SetLinks(LIMITS, List.of(new FlagLink("", "https://example.org"))),
                new SetLinks(LIMITS, List.of(new FlagLink("a", "javascript:alert(1)"))),
                new SetLinks(LIMITS, List.of(new FlagLink("a", "https:///a"))),
                new SetLinks(
                        LIMITS,
                        Stream.generate(() -> new FlagLink("a", "https://example.org"))
                                .limit(21)
                                .toList()))) {
            assertThatExceptionOfType(DomainException.Invalid.class)
                    .describedAs("%s", refused)
                    .isThrownBy(() -> apply(refused));
        }
    }

    @Test
    void theBucketingIsChosenOnce() {
        create(DETAILS.withTraits(FlagTraits.NONE.withBucketing(FlagTraits.Bucketing.MD5)));

        assertThat(definition().bucketing()).isEqualTo("md5/1");
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> hub.callAsAdmin(
                        () -> hub.get(FlagChanges.class).update(project, LIMITS, DETAILS, ExpectedVersion.any())))
                .withMessageContaining("the bucketing of a flag cannot be changed");
    }

    @Test
    void aDeletedFlagComesBackWithAllOfIt() {
        FlagTraits traits = new FlagTraits(
                SCHEMA,
                FlagTraits.Bucketing.MD5,
                Map.of("a", "true"),
                List.of(new FlagLink("Ticket", "https://example.org/1")));
        create(DETAILS.withTraits(traits));
        apply(new SetValue(LIMITS, "usual", "{\"most\":5}"));
        FlagDefinition before = definition();

        apply(apply(new dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag(LIMITS, true)));

        assertThat(flag().traits()).isEqualTo(traits);
        assertThat(definition()).isEqualTo(before);
    }

    private void create(FlagDetails details) {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, new NewFlag(LIMITS, details)));
    }

    private ChangeResult apply(Instruction... instructions) {
        return apply(Stream.of(instructions)
                .map(instruction -> new ChangeStep(instruction, instruction instanceof SetValue ? PRODUCTION : null))
                .toList());
    }

    /** Takes a change back. */
    private ChangeResult apply(ChangeResult done) {
        return apply(done.inverse());
    }

    private ChangeResult apply(List<ChangeStep> steps) {
        return hub.callAsAdmin(() ->
                hub.get(Changes.class).apply(project, new ChangeRequest(steps, ChangeBase.NONE, ChangeNote.NONE)));
    }

    private FlagView flag() {
        return hub.callAsAdmin(() -> hub.get(Flags.class).get(project, LIMITS));
    }

    private long revision() {
        return hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION))
                .revision();
    }

    private FlagDefinition definition() {
        return hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION))
                .flags()
                .get(0);
    }
}
