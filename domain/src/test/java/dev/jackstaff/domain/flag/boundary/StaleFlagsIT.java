package dev.jackstaff.domain.flag.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.TraitInstruction.MarkStale;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagCopies;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.StalePolicy;
import dev.jackstaff.domain.flag.StaleReason;
import dev.jackstaff.domain.flag.Staleness;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.domain.usage.boundary.UsageRecorder;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaleFlagsIT {
    private static final String PROJECT_ID = "(select id from project where key = '%s')";

    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private final AtomicInteger sequence = new AtomicInteger();

    private static final FlagKey SEARCH = new FlagKey("search");

    private final DomainContainer hub = DomainContainer.shared();
    private final Flags flags = hub.get(Flags.class);
    private final StalePolicies policies = hub.get(StalePolicies.class);
    private final ProjectKey project = hub.createProject();

    @Test
    void aNewFlagIsActive() {
        create("checkout");

        assertThat(staleness("checkout")).isEqualTo(Staleness.ACTIVE);
    }

    @Test
    void aFlagThatPeopleMarkIsStaleUntilTheyTakeTheMarkBack() {
        create("checkout", "search");
        ChangeResult before = apply(new SetText(SEARCH, SetText.Text.OWNER, "ada"));

        ChangeResult marked = apply(new MarkStale(SEARCH, true));

        assertThat(marked.sentences()).containsExactly("Mark \"search\" as stale");
        assertThat(marked.revisions()).isEqualTo(before.revisions());
        assertThat(staleness("search")).isEqualTo(new Staleness(List.of(StaleReason.MARKED)));
        assertThat(staleness("search").label()).isEqualTo("stale");
        assertThat(stale(10, "").items()).extracting(FlagView::key).containsExactly(SEARCH);
        assertThat(hub.callAsAdmin(() -> flags.markedStale(project))).containsExactly(SEARCH);
        apply(marked.inverse().stream().map(ChangeStep::instruction).toArray(Instruction[]::new));
        assertThat(staleness("search")).isEqualTo(Staleness.ACTIVE);
        assertThat(hub.callAsAdmin(() -> flags.markedStale(project))).isEmpty();
    }

    @Test
    void aCopyOfAFlagIsNotMarked() {
        create("search");
        apply(new MarkStale(SEARCH, true));

        hub.callAsAdmin(() -> hub.get(FlagCopies.class)
                .copy(
                        project,
                        SEARCH,
                        new FlagCopies.Copy(new FlagKey("find"), "", false),
                        ChangeNote.NONE,
                        ExpectedVersion.any()));

        assertThat(staleness("find")).isEqualTo(Staleness.ACTIVE);
    }

    private ChangeResult apply(Instruction... instructions) {
        return hub.callAsAdmin(() -> hub.get(Changes.class)
                .apply(
                        project,
                        new ChangeRequest(ChangeStep.of(List.of(instructions)), ChangeBase.NONE, ChangeNote.NONE)));
    }

    @Test
    void aFlagThatIsOlderThanItsKindBecomesIsPotentiallyStale() {
        for (FlagKind kind : FlagKind.values()) {
            create(kind.label());
            setFlags(
                    "kind = '" + kind.label() + "', created_at = now() - interval '41 days'",
                    "f.key = '" + kind.label() + "'");
        }

        assertThat(stale(10, "").items())
                .extracting(flag -> flag.key().value())
                .containsExactly("experiment", "operational", "release");
        assertThat(staleness("release").reasons()).containsExactly(StaleReason.PAST_LIFETIME);
        update(policy -> policy.withLifetimes(Map.of(FlagKind.RELEASE, 42, FlagKind.PERMISSION, 40)));
        assertThat(stale(10, "").items())
                .extracting(flag -> flag.key().value())
                .containsExactly("experiment", "operational", "permission");
    }

    @Test
    void aFlagThatIsOnAndThatNothingAsksForIsPotentiallyStale() {
        create("idle", "off", "asked", "busy");
        untouchedForTwoMonths();
        turnOn("idle", "production");
        turnOn("asked", "production");
        turnOn("busy", "production");
        use("asked", "staging", true, "on", Duration.ofDays(2));
        use("busy", "production", true, "on", Duration.ofDays(2));
        use("idle", "production", true, "on", Duration.ofDays(31));

        assertThat(reasons("idle")).containsExactly(StaleReason.NOT_EVALUATED);
        assertThat(reasons("off")).isEmpty();
        assertThat(reasons("asked")).isEmpty();
        assertThat(reasons("busy")).isEmpty();
        update(policy -> policy.withUsageDays(32));
        assertThat(reasons("idle")).isEmpty();
    }

    @Test
    void anEnvironmentThatReportsNoUsageSaysNothing() {
        create("idle", "busy");
        untouchedForTwoMonths();
        turnOn("idle", "staging");
        use("busy", "production", true, "on", Duration.ofDays(2));

        assertThat(reasons("idle")).isEmpty();
    }

    @Test
    void aFlagThatSomebodyHasChangedIsNotJudgedByItsUsage() {
        create("idle", "busy");
        untouchedForTwoMonths();
        turnOn("idle", "production");
        use("busy", "production", true, "on", Duration.ofDays(2));
        use("busy", "production", true, "on", Duration.ofDays(40));
        assertThat(reasons("idle")).containsExactly(StaleReason.NOT_EVALUATED);
        assertThat(reasons("busy")).containsExactly(StaleReason.SAME_ANSWER);

        setStates("updated_at = now() - interval '29 days'", "e.key = 'development'");

        assertThat(reasons("idle")).isEmpty();
        assertThat(reasons("busy")).isEmpty();
    }

    @Test
    void aFlagThatAnswersTheSameEverywhereIsPotentiallyStale() {
        create("same", "differs", "young", "kill");
        setFlags("kind = 'kill-switch'", "f.key = 'kill'");
        untouchedForTwoMonths();
        for (String flag : List.of("same", "differs", "kill")) {
            use(flag, "production", true, "on", Duration.ofDays(40));
            use(flag, "staging", true, "on", Duration.ofDays(3));
            use(flag, "production", true, "on", Duration.ofHours(1));
        }
        use("differs", "staging", true, "off", Duration.ofDays(29));
        use("same", "staging", true, "off", Duration.ofDays(31));
        use("young", "production", true, "on", Duration.ofDays(20));

        assertThat(reasons("same")).containsExactly(StaleReason.SAME_ANSWER);
        assertThat(reasons("differs")).isEmpty();
        assertThat(reasons("young")).isEmpty();
        assertThat(reasons("kill")).isEmpty();
    }

    @Test
    void aFlagThatIsArchivedIsNotStale() {
        create("checkout");
        setFlags("created_at = now() - interval '1000 days'", "true");
        assertThat(reasons("checkout")).containsExactly(StaleReason.PAST_LIFETIME);

        hub.callAsAdmin(
                () -> hub.get(FlagChanges.class).archive(project, new FlagKey("checkout"), ExpectedVersion.any()));

        assertThat(reasons("checkout")).isEmpty();
    }

    @Test
    void staleFlagsAreListedPageByPageAmongThousands() {
        create("a-first");
        execute("insert into flag (id, project_id, key, name, description, type, kind, owner, tags, server_only,"
                + " archived, variants, prerequisites, created_at, updated_at, version) select gen_random_uuid(), project_id, 'flag-' || lpad(cast(n as text), 4, '0'), name,"
                + " description, type, kind, owner, tags, server_only, archived, variants, prerequisites,"
                + " case when n % 300 = 0 then now() - interval '50 days' else now() end, updated_at, version"
                + " from flag, generate_series(1, 1250) n where key = 'a-first' and project_id = "
                + PROJECT_ID.formatted(project));

        List<String> found = new ArrayList<>();
        @Nullable String cursor = "";
        int pages = 0;
        while (cursor != null) {
            FlagPage page = stale(2, cursor);
            page.items().forEach(flag -> found.add(flag.key().value()));
            cursor = page.next();
            pages++;
        }

        assertThat(found).containsExactly("flag-0300", "flag-0600", "flag-0900", "flag-1200");
        assertThat(pages).isEqualTo(2);
        assertThat(stale(3, "").next()).isEqualTo("flag-0900");
        assertThat(stale(4, "").next()).isNull();
    }

    @Test
    void aPolicyIsSetRecordedAndRefusedToWhoDoesNotManageTheProject() {
        assertThat(get()).isEqualTo(new StalePolicyView(StalePolicy.DEFAULT, 0));

        StalePolicyView updated = update(policy -> policy.withLifetimes(Map.of(FlagKind.RELEASE, 90)));

        assertThat(updated.version()).isEqualTo(1);
        assertThat(get()).isEqualTo(updated);
        assertThat(updated.policy().lifetime(FlagKind.RELEASE)).isEqualTo(90);
        assertThat(updated.policy().lifetime(FlagKind.OPERATIONAL)).isEqualTo(7);
        assertThat(update(policy -> policy).version()).isEqualTo(1);
        assertThat(hub.query("select action || ' ' || (before -> 'lifetimes' ->> 'release') || ' '"
                        + " || (after -> 'lifetimes' ->> 'release') from audit_entry where resource = 'stale policy'"
                        + " and project = '" + project + "'"))
                .containsExactly("updated 40 90");
        assertThatExceptionOfType(DomainException.Stale.class)
                .isThrownBy(() -> hub.callAsAdmin(
                        () -> policies.update(project, policy -> policy.withUsageDays(9), ExpectedVersion.of(0))));
        Actor editor = new Actor("editor@example.org", Rights.of(BuiltInRole.EDITOR), Actor.Kind.USER);
        assertThatExceptionOfType(DomainException.Forbidden.class)
                .isThrownBy(() ->
                        hub.callAs(editor, () -> policies.update(project, policy -> policy, ExpectedVersion.any())));
        assertThat(hub.callAs(editor, () -> policies.get(project))).isEqualTo(updated);
    }

    private StalePolicyView get() {
        return hub.callAsAdmin(() -> policies.get(project));
    }

    private StalePolicyView update(UnaryOperator<StalePolicy> change) {
        return hub.callAsAdmin(() -> policies.update(project, change, ExpectedVersion.any()));
    }

    private void create(String... keys) {
        for (String key : keys) {
            hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag(key)));
        }
    }

    private Staleness staleness(String flag) {
        return hub.callAsAdmin(() -> flags.get(project, new FlagKey(flag))).staleness();
    }

    /** The reasons of usage: they are the same in the list. */
    private List<StaleReason> reasons(String flag) {
        List<StaleReason> reasons = staleness(flag).reasons();
        assertThat(stale(10, "").items().stream()
                        .filter(item -> item.key().value().equals(flag))
                        .map(item -> item.staleness().reasons()))
                .containsExactlyElementsOf(reasons.isEmpty() ? List.of() : List.of(reasons));
        return reasons;
    }

    private FlagPage stale(int limit, String cursor) {
        return hub.callAsAdmin(() -> flags.list(project, new FlagQuery("", false, true, cursor, limit)));
    }

    /** Nobody has changed the flags for two months, but they are younger than their kind becomes. */
    private void untouchedForTwoMonths() {
        update(policy -> policy.withLifetimes(Map.of(FlagKind.RELEASE, 100)));
        setFlags("created_at = now() - interval '60 days', updated_at = now() - interval '60 days'", "true");
        setStates("updated_at = now() - interval '60 days'", "true");
    }

    private void turnOn(String flag, String environment) {
        setStates("enabled = true", "f.key = '" + flag + "' and e.key = '" + environment + "'");
    }

    private void use(String flag, String environment, boolean enabled, String variant, Duration ago) {
        UsageEntry entry =
                new UsageEntry(project + "/" + environment, "shop", "", flag, enabled, variant, hour.minus(ago), 3);
        hub.get(UsageRecorder.class)
                .record(new UsageBatch(
                        "edge-of-" + project, sequence.incrementAndGet(), hour, 0, List.of(entry), List.of()));
    }

    private void setFlags(String assignments, String condition) {
        execute("update flag f set " + assignments + " where f.project_id = " + PROJECT_ID.formatted(project) + " and "
                + condition);
    }

    private void setStates(String assignments, String condition) {
        execute("update flag_state s set " + assignments + " from flag f, environment e where f.id = s.flag_id"
                + " and e.id = s.environment_id and f.project_id = " + PROJECT_ID.formatted(project) + " and "
                + condition);
    }

    private void execute(String sql) {
        try (Connection connection = hub.database().getConnection()) {
            connection.createStatement().execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
