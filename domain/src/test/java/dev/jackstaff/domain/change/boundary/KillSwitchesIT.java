package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.FlagRestoration;
import dev.jackstaff.domain.change.boundary.KillSwitches.KillResult;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KillSwitchesIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final EnvironmentKey DEVELOPMENT = new EnvironmentKey("development");
    private static final FlagKey CHECKOUT = new FlagKey("checkout");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final KillSwitches switches = hub.get(KillSwitches.class);

    @BeforeEach
    void aFlagThatIsOnInTwoEnvironments() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout")));
        turn(PRODUCTION, true);
        turn(STAGING, true);
    }

    @Test
    void aFlagIsTurnedOffWhereItIsOnAndStaysOff() {
        KillResult killed = kill(null);

        assertThat(killed.change().sentences())
                .containsExactly("Turn \"checkout\" off in production", "Turn \"checkout\" off in staging");
        assertThat(killed.restoreAt()).isNull();
        assertThat(isOn(PRODUCTION)).isFalse();
        assertThat(hub.callAsAdmin(() -> switches.waiting(project, CHECKOUT))).isEmpty();
        assertThat(kill(null).change().effects()).isEmpty();
    }

    @Test
    void itTurnsOnAgainWhereItWasAndNowhereElse() {
        assertThat(kill(FIVE_MINUTES).restoreAt()).isNotNull();
        assertThat(hub.callAsAdmin(() -> switches.waiting(project, CHECKOUT))
                        .orElseThrow()
                        .environments())
                .containsExactly(PRODUCTION, STAGING);
        makeDue();

        await().untilAsserted(() -> assertThat(isOn(PRODUCTION)).isTrue());
        assertThat(isOn(STAGING)).isTrue();
        assertThat(isOn(DEVELOPMENT)).isFalse();
        assertThat(lastChange()).isEqualTo("jackstaff|It was turned off for a time by admin@example.org.");
    }

    @Test
    void twoHubsTurnItOnOnce() throws Exception {
        kill(FIVE_MINUTES);
        long before = changes();
        String id = hub.query("select r.id from flag_restoration r join project p on p.id = r.project_id"
                        + " where p.key = '" + project + "'")
                .get(0);
        FlagRestorations restorations = hub.get(FlagRestorations.class);
        ExecutorService hubs = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> one = () -> {
                restorations.restore(id);
                return true;
            };
            for (var done :
                    hubs.invokeAll(IntStream.range(0, 8).mapToObj(i -> one).toList())) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            hubs.shutdownNow();
        }

        assertThat(isOn(PRODUCTION)).isTrue();
        assertThat(changes()).isEqualTo(before + 1);
    }

    @Test
    void aFlagThatIsCancelledStaysOff() {
        kill(FIVE_MINUTES);
        hub.callAsAdmin(() -> {
            switches.cancel(project, CHECKOUT);
            return true;
        });
        makeDue();

        assertThat(hub.get(FlagRestorations.class).due()).isEmpty();
        assertThat(isOn(PRODUCTION)).isFalse();
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> hub.callAsAdmin(() -> {
                    switches.cancel(project, CHECKOUT);
                    return true;
                }));
    }

    @Test
    void aFlagThatIsArchivedMeanwhileStaysOff() {
        kill(FIVE_MINUTES);
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).archive(project, CHECKOUT, ExpectedVersion.any()));
        makeDue();

        await().untilAsserted(() -> assertThat(outcomes()).containsExactly("nothing is left to turn on"));
        assertThat(isOn(PRODUCTION)).isFalse();
    }

    @Test
    void whereItWasTurnedOnAndOffMeanwhileItStaysOff() {
        KillResult killed = kill(FIVE_MINUTES);
        assertThat(killed.change().effects()).hasSize(2);
        turn(STAGING, true);
        turn(STAGING, false);
        assertThat(waiting()).containsExactly(PRODUCTION);
        makeDue();

        await().untilAsserted(() -> assertThat(isOn(PRODUCTION)).isTrue());
        assertThat(isOn(STAGING)).isFalse();
    }

    @Test
    void aKillThatIsUndoneIsForgotten() {
        KillResult killed = kill(FIVE_MINUTES);
        hub.callAsAdmin(() -> hub.get(Changes.class)
                .apply(project, new ChangeRequest(killed.change().inverse(), ChangeBase.NONE, ChangeNote.NONE)));
        assertThat(waiting()).isEmpty();
        turn(PRODUCTION, false);
        makeDue();

        await().untilAsserted(() -> assertThat(outcomes()).containsExactly("nothing is left to turn on"));
        assertThat(isOn(PRODUCTION)).isFalse();
    }

    private List<EnvironmentKey> waiting() {
        return hub.callAsAdmin(() -> switches.findWaiting(project, CHECKOUT))
                .map(FlagRestoration::environments)
                .orElse(List.of());
    }

    @Test
    void killedAgainWhileOneEnvironmentIsOnItComesBackInAll() {
        kill(FIVE_MINUTES);
        turn(STAGING, true);
        kill(FIVE_MINUTES);
        makeDue();

        await().untilAsserted(() -> assertThat(isOn(PRODUCTION)).isTrue());
        assertThat(isOn(STAGING)).isTrue();
        assertThat(outcomes()).containsExactlyInAnyOrder("cancelled", "restored");
    }

    @Test
    void theTimeIsFiveToSixtyMinutes() {
        assertThatExceptionOfType(DomainException.Invalid.class).isThrownBy(() -> kill(Duration.ofMinutes(4)));
        assertThatExceptionOfType(DomainException.Invalid.class).isThrownBy(() -> kill(Duration.ofMinutes(61)));
        assertThat(isOn(PRODUCTION)).isTrue();
    }

    private KillResult kill(@Nullable Duration restoreAfter) {
        return hub.callAsAdmin(
                () -> switches.kill(project, CHECKOUT, restoreAfter, ChangeNote.NONE, ExpectedVersion.any()));
    }

    private void turn(EnvironmentKey environment, boolean on) {
        hub.callAsAdmin(
                () -> hub.get(FlagStateChanges.class).switchTo(new FlagAddress(project, CHECKOUT, environment), on));
    }

    private boolean isOn(EnvironmentKey environment) {
        return hub.callAsAdmin(() -> hub.get(FlagStates.class).get(new FlagAddress(project, CHECKOUT, environment)))
                .enabled();
    }

    /** What is to happen in minutes is due now. */
    private void makeDue() {
        hub.query("with made as (update flag_restoration r set due_at = now() - interval '1 second' from project p"
                + " where p.id = r.project_id and p.key = '" + project + "' returning 1) select 'done' from made");
    }

    private List<String> outcomes() {
        return hub.query(
                "select r.outcome from flag_restoration r join project p on p.id = r.project_id where p.key = '"
                        + project + "'");
    }

    private long changes() {
        return Long.parseLong(hub.query("select count(*) from change c join project p on p.id = c.project_id"
                        + " where p.key = '" + project + "'")
                .get(0));
    }

    private String lastChange() {
        return hub.query("select actor || '|' || reason from change c join project p on p.id = c.project_id"
                        + " where p.key = '" + project + "' order by c.id desc limit 1")
                .get(0);
    }
}
