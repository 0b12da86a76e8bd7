package dev.jackstaff.domain.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequestOrigin;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.KillSwitches;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditEntriesIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final FlagKey CHECKOUT = new FlagKey("checkout");
    private static final RequestOrigin ORIGIN = new RequestOrigin(Channel.COMMAND, "192.0.2.7", "request-1");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();

    @BeforeEach
    void aFlag() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout")));
    }

    @Test
    void anEntryTellsFromWhereWhyAndByWhichInstructions() {
        turnOnInTwoEnvironments();

        List<AuditEntryView> entries = latest(2);

        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.channel()).isEqualTo("command");
            assertThat(entry.address()).isEqualTo("192.0.2.7");
            assertThat(entry.requestId()).isEqualTo("request-1");
            assertThat(entry.groupId()).isEqualTo("request-1");
            assertThat(entry.reason()).isEqualTo("the sale begins");
            assertThat(entry.ticket()).isEqualTo("SHOP-7");
            assertThat(entry.onBehalfOf()).isEmpty();
            assertThat(entry.before()).contains("\"enabled\":false");
            assertThat(entry.after()).contains("\"enabled\":true");
        });
        assertThat(entries)
                .extracting(AuditEntryView::changeId)
                .containsOnly(entries.get(0).changeId());
    }

    @Test
    void theFirstEntryOfAChangeHasTheInstructionsOfAllOfIt() {
        turnOnInTwoEnvironments();

        List<AuditEntryView> entries = latest(2);

        assertThat(entries.get(1).instructions())
                .contains("\"turn-on\"")
                .contains("production")
                .contains("staging");
        assertThat(entries.get(0).instructions()).isNull();
    }

    @Test
    void whatWasArrangedIsDoneOnBehalfOfThePersonWhoDid() {
        turnOnInTwoEnvironments();
        hub.callAsAdmin(() -> hub.get(KillSwitches.class)
                .kill(project, CHECKOUT, Duration.ofMinutes(5), ChangeNote.NONE, ExpectedVersion.any()));
        hub.query("with made as (update flag_restoration r set due_at = now() - interval '1 second' from project p"
                + " where p.id = r.project_id and p.key = '" + project + "' returning 1) select 'due' from made");

        await().untilAsserted(() -> {
            AuditEntryView entry = latest(1).get(0);
            assertThat(entry.channel()).isEqualTo("schedule");
            assertThat(entry.actor()).isEqualTo("jackstaff");
            assertThat(entry.onBehalfOf()).isEqualTo(DomainContainer.ADMIN_EMAIL);
            assertThat(entry.address()).isEmpty();
            assertThat(entry.groupId()).isEqualTo("change-" + entry.changeId());
        });
    }

    @Test
    void onlyThoseWhoReadAllOfTheTrailSeeAddresses() {
        turnOnInTwoEnvironments();
        Actor viewer = new Actor("viewer@example.org", Rights.of(BuiltInRole.VIEWER), Actor.Kind.USER);

        List<AuditEntryView> seen = hub.callAs(viewer, () -> entries(2));

        assertThat(seen).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.address()).isEmpty();
            assertThat(entry.requestId()).isEqualTo("request-1");
        });
    }

    private void turnOnInTwoEnvironments() {
        List<ChangeStep> steps = ChangeStep.in(List.of(PRODUCTION, STAGING), new Switch(CHECKOUT, true));
        hub.callAsAdmin(() -> {
            hub.get(CurrentActor.class).comeFrom(ORIGIN);
            return hub.get(Changes.class)
                    .apply(
                            project,
                            new ChangeRequest(steps, ChangeBase.NONE, new ChangeNote("the sale begins", "SHOP-7")));
        });
    }

    private List<AuditEntryView> latest(int count) {
        return hub.callAsAdmin(() -> entries(count));
    }

    private List<AuditEntryView> entries(int count) {
        return hub.get(AuditTrail.class).entries(new AuditQuery(project.value(), Long.MAX_VALUE, count));
    }
}
