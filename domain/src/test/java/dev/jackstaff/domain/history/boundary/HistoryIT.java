package dev.jackstaff.domain.history.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.change.boundary.SegmentChanges;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagQuery;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.history.Comparison;
import dev.jackstaff.domain.history.Difference;
import dev.jackstaff.domain.history.EnvironmentRevisionView;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewEnvironment;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.Segments;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final SegmentKey TESTERS = new SegmentKey("testers");

    private static final VariantValues ALL_TRUE = VariantValues.NONE.with("off", "true");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final Flags flags = hub.get(Flags.class);
    private final FlagChanges flagChanges = hub.get(FlagChanges.class);
    private final FlagStateChanges stateChanges = hub.get(FlagStateChanges.class);
    private final Segments segments = hub.get(Segments.class);
    private final SegmentChanges segmentChanges = hub.get(SegmentChanges.class);
    private final History history = hub.get(History.class);

    @Test
    void eachRevisionCanBeReadAsItWas() {
        List<Snapshot> seen = new ArrayList<>();
        Random random = new Random(20261129);
        for (int i = 0; i < 60; i++) {
            changeSomething(random, i);
            seen.add(current(PRODUCTION));
            seen.add(current(STAGING));
        }

        assertThat(seen).allSatisfy(snapshot -> assertThat(at(snapshot)).isEqualTo(snapshot));
        assertThat(seen.stream().map(Snapshot::revision).distinct().count()).isGreaterThan(30);
    }

    @Test
    void aComparisonFindsWhatDiffersBetweenAnyTwoRevisions() {
        Random random = new Random(8);
        List<Snapshot> seen = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            changeSomething(random, i);
            seen.add(current(PRODUCTION));
            seen.add(current(STAGING));
        }

        for (int i = 0; i < 150; i++) {
            Snapshot from = seen.get(random.nextInt(seen.size()));
            Snapshot to = seen.get(random.nextInt(seen.size()));
            assertThat(compare(addressOf(from), addressOf(to))).isEqualTo(Comparison.of(from, to));
        }
    }

    @Test
    void aComparisonFindsWhatDiffersFromAnotherProject() {
        ProjectKey other = hub.createProject();
        create("checkout");
        create("search");
        switchTo("search", true);
        hub.callAsAdmin(() -> flagChanges.create(other, CommandFixtures.aFlag("search")));
        RevisionAddress there = RevisionAddress.parse(other, "production");

        Comparison comparison = compare(addressOf(current(PRODUCTION)), there);

        assertThat(comparison)
                .isEqualTo(Comparison.of(current(PRODUCTION), hub.callAsAdmin(() -> hub.get(Snapshots.class)
                        .current(other, PRODUCTION))));
        assertThat(comparison.flags())
                .extracting(Difference::key, Difference::kind)
                .containsExactly(tuple("checkout", Difference.Kind.REMOVED), tuple("search", Difference.Kind.CHANGED));
    }

    private Comparison compare(RevisionAddress from, RevisionAddress to) {
        return hub.callAsAdmin(() -> history.compare(from, to));
    }

    private RevisionAddress addressOf(Snapshot snapshot) {
        return RevisionAddress.parse(project, snapshot.environment() + "@" + snapshot.revision());
    }

    @Test
    void aDeletedFlagThatIsMadeAnewInheritsNothing() {
        create("checkout");
        long on = switchTo("checkout", true);
        flagsDelete("checkout");
        create("checkout");

        assertThat(definitions(history(PRODUCTION, on))).contains("checkout on");
        assertThat(definitions(current(PRODUCTION))).contains("checkout off");
    }

    @Test
    void aRevisionNamesItsChangesAndNoOthers() {
        create("checkout");
        long inStaging = hub.callAsAdmin(() -> stateChanges.switchTo(address("checkout", STAGING), true))
                .revision();
        long inProduction = switchTo("checkout", true);

        List<EnvironmentRevisionView> latest =
                hub.callAsAdmin(() -> history.revisions(project, PRODUCTION, new RevisionQuery(Long.MAX_VALUE, 2)));

        assertThat(latest).hasSize(2);
        assertThat(latest.get(0).revision()).isEqualTo(inProduction);
        assertThat(latest.get(0).changes()).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo("toggled");
            assertThat(change.environment()).isEqualTo("production");
            assertThat(change.actor()).isEqualTo(DomainContainer.ADMIN_EMAIL);
        });
        assertThat(latest.get(1).changes()).singleElement().satisfies(change -> assertThat(change.action())
                .isEqualTo("created"));
        assertThat(hub.callAsAdmin(() -> history.revisions(project, STAGING, new RevisionQuery(inStaging + 1, 1))))
                .singleElement()
                .satisfies(revision -> assertThat(revision.changes()).hasSize(1));
        assertThat(hub.callAsAdmin(() -> history.revisions(
                        project, PRODUCTION, new RevisionQuery(latest.get(1).revision(), 1))))
                .singleElement()
                .satisfies(revision ->
                        assertThat(revision.revision()).isLessThan(latest.get(1).revision()));
    }

    @Test
    void aNameHasAVersionThoughNothingIsPublished() {
        create("checkout");
        long revision = current(PRODUCTION).revision();
        long shared = sharedRevision();

        hub.callAsAdmin(
                () -> flagChanges.update(project, new FlagKey("checkout"), named("Check-out"), ExpectedVersion.any()));

        assertThat(current(PRODUCTION).revision()).isEqualTo(revision);
        assertThat(sharedRevision()).isEqualTo(shared + 1);
        assertThat(hub.query("select name from flag_version where key = 'checkout' and project_id ="
                        + " (select id from project where key = '" + project + "') order by project_revision"))
                .containsExactly("checkout", "Check-out");
    }

    @Test
    void aNewEnvironmentBeginsWithARevision() {
        create("checkout");
        hub.callAsAdmin(() -> hub.get(EnvironmentChanges.class)
                .create(project, new NewEnvironment(new EnvironmentKey("canary"), "Canary", false, null)));

        assertThat(definitions(history(new EnvironmentKey("canary"), 1))).containsExactly("checkout off");
    }

    @Test
    void aRevisionThatDoesNotExistIsNotFound() {
        assertThatExceptionOfType(DomainException.NotFound.class).isThrownBy(() -> history(PRODUCTION, 1_000_000));
    }

    private void changeSomething(Random random, int step) {
        String key = "flag-" + random.nextInt(5);
        boolean exists = hub.callAsAdmin(() -> flags.list(project, FlagQuery.first(100))).items().stream()
                .anyMatch(flag -> flag.key().value().equals(key));
        if (!exists) {
            create(key);
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> switchTo(key, random.nextBoolean());
            case 1 -> hub.callAsAdmin(() -> stateChanges.toggle(address(key, STAGING)));
            case 2 ->
                hub.callAsAdmin(() -> stateChanges.update(
                        address(key, PRODUCTION),
                        CommandFixtures.serving(random.nextBoolean() ? "on" : "off")
                                .withValues(random.nextBoolean() ? VariantValues.NONE : ALL_TRUE),
                        ExpectedVersion.any()));
            case 3 ->
                hub.callAsAdmin(() -> flagChanges.update(
                        project,
                        new FlagKey(key),
                        named("Name " + step).withTraits(FlagTraits.NONE.withMetadata(Map.of("step", "" + step % 4))),
                        ExpectedVersion.any()));
            case 4 -> changeSegment(step);
            default -> flagsDelete(key);
        }
    }

    private void changeSegment(int step) {
        ConditionDefinition condition =
                ConditionDefinition.Comparison.of("country", Operator.STR_STARTS_WITH, "country-" + step);
        if (hub.callAsAdmin(() -> segments.list(project)).isEmpty()) {
            hub.callAsAdmin(() -> segmentChanges.create(project, CommandFixtures.aSegment("testers", condition)));
        } else if (step % 3 == 0) {
            hub.callAsAdmin(() -> {
                segmentChanges.delete(project, TESTERS, ExpectedVersion.any());
                return true;
            });
        } else {
            hub.callAsAdmin(() -> segmentChanges.update(
                    project, TESTERS, new SegmentDetails("", "", condition), ExpectedVersion.any()));
        }
    }

    private static FlagDetails named(String name) {
        return new FlagDetails(
                name, "", ValueType.BOOLEAN, FlagKind.RELEASE, "", List.of(), false, List.of(), List.of());
    }

    private void create(String key) {
        hub.callAsAdmin(() -> flagChanges.create(project, CommandFixtures.aFlag(key)));
    }

    private void flagsDelete(String key) {
        hub.callAsAdmin(() -> {
            flagChanges.delete(project, new FlagKey(key), true, ExpectedVersion.any());
            return true;
        });
    }

    private long switchTo(String key, boolean on) {
        return hub.callAsAdmin(() -> stateChanges.switchTo(address(key, PRODUCTION), on))
                .revision();
    }

    private FlagAddress address(String key, EnvironmentKey environment) {
        return new FlagAddress(project, new FlagKey(key), environment);
    }

    private Snapshot current(EnvironmentKey environment) {
        return hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, environment));
    }

    private Snapshot at(Snapshot seen) {
        return history(new EnvironmentKey(seen.environment()), seen.revision());
    }

    private Snapshot history(EnvironmentKey environment, long revision) {
        return hub.callAsAdmin(() -> history.at(project, environment, revision));
    }

    private long sharedRevision() {
        return Long.parseLong(hub.query("select revision from project where key = '" + project + "'")
                .get(0));
    }

    private static List<String> definitions(Snapshot snapshot) {
        return snapshot.flags().stream()
                .map(flag -> flag.key() + (flag.enabled() ? " on" : " off"))
                .toList();
    }
}
