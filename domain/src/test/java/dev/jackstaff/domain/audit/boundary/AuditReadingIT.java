package dev.jackstaff.domain.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.AuditExportFormat;
import dev.jackstaff.domain.audit.AuditFilter;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditReadingIT {
    private static final Actor VIEWER = new Actor("viewer@example.org", Rights.of(BuiltInRole.VIEWER), Actor.Kind.USER);

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();

    @BeforeEach
    void aFlagThatIsTurnedOn() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout")));
        List<ChangeStep> steps =
                ChangeStep.in(List.of(new EnvironmentKey("staging")), new Switch(new FlagKey("checkout"), true));
        hub.callAsAdmin(() -> hub.get(Changes.class)
                .apply(project, new ChangeRequest(steps, ChangeBase.NONE, new ChangeNote("100% of _Sale", "SHOP-7"))));
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                argumentSet("action", filter("", "created", "flag", "", "", "", ""), 1),
                argumentSet("actor", filter(DomainContainer.ADMIN_EMAIL, "", "flag state", "", "", "", ""), 1),
                argumentSet("nobody", filter("nobody", "", "", "", "", "", ""), 0),
                argumentSet("a flag with its settings", filter("", "", "", "checkout", "", "", ""), 2),
                argumentSet("key", filter("", "", "environment", "", "", "", ""), 3),
                argumentSet("environment", filter("", "", "", "checkout", "staging", "", ""), 1),
                argumentSet("text of the reason", filter("", "", "", "", "", "% OF _sale", ""), 1),
                argumentSet("text of the ticket", filter("", "", "", "", "", "shop-7", ""), 1),
                argumentSet("text that is none", filter("", "", "", "", "", "100_", ""), 0),
                argumentSet("group of nothing", filter("", "", "", "", "", "", "change-x"), 0));
    }

    private static AuditFilter filter(
            String actor, String action, String resource, String flag, String environment, String text, String group) {
        return new AuditFilter(actor, action, resource, "", flag, "", environment, group, text, null, null);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void entriesAreFound(AuditFilter filter, int count) {
        assertThat(find(filter)).hasSize(count);
    }

    @Test
    void entriesOfAGroupAndOfATimeAreFound() {
        AuditEntryView latest = find(AuditFilter.ALL).get(0);

        assertThat(find(filter("", "", "", "", "", "", latest.groupId()))).containsExactly(latest);
        assertThat(find(during(latest.at(), latest.at().plusNanos(1_000)))).contains(latest);
        assertThat(find(during(latest.at().plusNanos(1_000), null))).isEmpty();
    }

    private static AuditFilter during(Instant from, @Nullable Instant to) {
        return new AuditFilter("", "", "", "", "", "", "", "", "", from, to);
    }

    @Test
    void whoCannotReadAProjectReadsNoEntriesOfIt() {
        ProjectKey other = hub.createProject();
        Rights there = new Rights(List.of(GrantedRole.of(BuiltInRole.VIEWER, other.scope())));
        Actor viewer = new Actor("viewer@example.org", there, Actor.Kind.USER);

        assertThatExceptionOfType(DomainException.Forbidden.class)
                .isThrownBy(() -> hub.callAs(viewer, () -> entries(AuditFilter.ALL.withProject(project.value()))));
        assertThat(hub.callAs(viewer, () -> entries(AuditFilter.ALL)))
                .isNotEmpty()
                .allMatch(entry -> entry.project().isEmpty() || entry.project().equals(other.value()));
    }

    @Test
    void anExportContinuesBehindTheLastOneAndIsAnEntry() {
        AuditFilter filter = AuditFilter.ALL.withProject(project.value());
        await().untilAsserted(() -> assertThat(
                        export(AuditExportFormat.JSONL, filter, 0).lines())
                .hasSize(find(AuditFilter.ALL).size()));
        List<String> lines = export(AuditExportFormat.JSONL, filter, 0).lines().toList();
        long second = Long.parseLong(lines.get(1).replaceFirst(".*\"sequence\":(\\d+).*", "$1"));

        assertThat(export(AuditExportFormat.JSONL, filter, second).lines())
                .containsExactlyElementsOf(lines.subList(2, lines.size()));
        assertThat(export(AuditExportFormat.CSV, filter, second).lines())
                .hasSize(lines.size() - 1)
                .first()
                .asString()
                .startsWith("sequence,id,at,actor,");
        hub.callAsAdmin(() -> {
            hub.get(AuditExport.class).begin(AuditExportFormat.CSV, second);
            return true;
        });
        assertThat(find(new AuditFilter("", "exported", "", "", "", "", "", "", "", null, null)))
                .isEmpty();
        assertThat(hub.callAsAdmin(() -> entries(filter("", "exported", "", "", "", "", ""))))
                .first()
                .satisfies(entry -> assertThat(entry.after()).contains("csv"));
    }

    @Test
    void onlyWhoReadsAllOfTheTrailExportsAndVerifiesIt() {
        assertThatExceptionOfType(DomainException.Forbidden.class)
                .isThrownBy(() -> hub.callAs(VIEWER, () -> {
                    hub.get(AuditExport.class).begin(AuditExportFormat.CSV, 0);
                    return true;
                }));
        assertThatExceptionOfType(DomainException.Forbidden.class)
                .isThrownBy(() -> hub.callAs(
                        VIEWER, () -> hub.get(AuditVerification.class).verify(List.of())))
                .withMessageContaining("audit:read");
    }

    private String export(AuditExportFormat format, AuditFilter filter, long since) {
        StringWriter out = new StringWriter();
        return hub.callAsAdmin(() -> {
            try {
                hub.get(AuditExport.class).write(format, filter, since, out);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return out.toString();
        });
    }

    private List<AuditEntryView> find(AuditFilter filter) {
        return hub.callAsAdmin(() -> entries(filter.withProject(project.value())));
    }

    private List<AuditEntryView> entries(AuditFilter filter) {
        return hub.get(AuditTrail.class).entries(new AuditQuery(filter, Long.MAX_VALUE, 50));
    }
}
