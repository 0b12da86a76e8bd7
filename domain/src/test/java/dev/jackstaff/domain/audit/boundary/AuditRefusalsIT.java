package dev.jackstaff.domain.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.access.boundary.Sessions;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.access.boundary.Users;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequestOrigin;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.AuditFilter;
import dev.jackstaff.domain.testing.DomainContainer;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditRefusalsIT {
    private static final RequestOrigin ORIGIN = new RequestOrigin(Channel.API, "192.0.2.44", "refused-1");

    private final DomainContainer hub = DomainContainer.shared();

    @Test
    void signInsAndRefusedOnesAreEntries() {
        UserView user = hub.createUser(Role.VIEWER);
        hub.get(Sessions.class).begin(user.id(), new SessionOrigin(SessionKind.PAGES, "192.0.2.43", "browser"));
        assertThatThrownBy(() -> hub.get(Users.class).login(user.email(), "wrong", ORIGIN))
                .isInstanceOf(DomainException.Unauthenticated.class);

        List<AuditEntryView> entries = find("user", user.email());

        assertThat(entries).extracting(AuditEntryView::action).startsWith("sign-in refused", "signed in");
        assertThat(entries.get(0).address()).isEqualTo("192.0.2.44");
        assertThat(entries.get(0).actor()).isEmpty();
        assertThat(entries.get(1).channel()).isEqualTo("page");
        assertThat(entries.get(1).actor()).isEqualTo(user.email());
    }

    @Test
    void whatIsTypedInPlaceOfAnAddressIsNotRecorded() {
        String typed = "my secret password " + System.nanoTime();
        assertThatThrownBy(() -> hub.get(Users.class).login(typed, "wrong", ORIGIN))
                .isInstanceOf(DomainException.Unauthenticated.class);

        assertThat(find("user", "")).first().satisfies(entry -> assertThat(entry.action())
                .isEqualTo("sign-in refused"));
        assertThat(hub.query("select row_to_json(e)::text from audit_entry e where address = '192.0.2.44'"))
                .isNotEmpty()
                .noneMatch(row -> row.contains("my secret password"));
    }

    @Test
    void whatSomebodyMayNotDoIsAnEntryThatOnlyThoseReadWhoReadAll() {
        UserView viewer = hub.createUser(Role.VIEWER);
        String request = "DELETE /api/v1/projects/" + DomainContainer.uniqueKey();
        hub.callAs(viewer, () -> {
            hub.get(CurrentActor.class).comeFrom(ORIGIN);
            hub.get(AuditRefusals.class).forbidden(request, "this requires a permission");
            return true;
        });

        assertThat(find("request", request)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(viewer.email());
            assertThat(entry.after()).contains("this requires a permission");
        });
        assertThat(hub.callAs(viewer, () -> entries("request", request))).isEmpty();
    }

    private List<AuditEntryView> find(String resource, String key) {
        return hub.callAsAdmin(() -> entries(resource, key));
    }

    private List<AuditEntryView> entries(String resource, String key) {
        AuditFilter filter = new AuditFilter("", "", resource, key, "", "", "", "", "", null, null);
        return hub.get(AuditTrail.class).entries(new AuditQuery(filter, Long.MAX_VALUE, 50));
    }
}
