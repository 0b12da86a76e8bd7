package dev.jackstaff.domain.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.SessionCookie;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequestOrigin;
import dev.jackstaff.domain.testing.DomainContainer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SessionsIT {
    private static final String SOURCE = "192.0.2.2";
    private static final RequestOrigin ORIGIN = new RequestOrigin(Channel.API, SOURCE, "");
    private static final String PASSWORD = "correct horse";
    private static final AtomicInteger USERS = new AtomicInteger();

    private final DomainContainer hub = DomainContainer.shared();
    private final Sessions sessions = hub.get(Sessions.class);
    private final Account account = hub.get(Account.class);
    private final Users users = hub.get(Users.class);

    @Test
    void aSessionNamesItsUserUntilItEnds() {
        UserSessionView session = begin(createUser());

        assertThat(sessions.find(session.session().id())).contains(session);

        sessions.end(session.session().id());

        assertThat(sessions.find(session.session().id())).isEmpty();
    }

    @Test
    void aSessionLastsAsLongAsItsKind() {
        SessionView token = begin(createUser()).session();

        assertThat(token.expiresAt()).isEqualTo(token.createdAt().plus(SessionKind.TOKEN.lifetime()));
        hub.query("with expired as (update user_session set expires_at = now() where id = '" + token.id()
                + "' returning 1) select * from expired");

        assertThat(sessions.find(token.id())).isEmpty();
    }

    @Test
    void aSessionOfThePagesIsNamedByItsCookieOnly() {
        UserView user = createUser();
        PageSession begun = sessions.beginPages(user.id(), new SessionOrigin(SessionKind.PAGES, SOURCE, ""));

        assertThat(sessions.find(begun.cookie()))
                .hasValueSatisfying(found -> assertThat(found.session()).isEqualTo(begun.session()));
        assertThat(sessions.find(new SessionCookie(begun.cookie().hash()))).isEmpty();
        assertThat(sessions.find(new SessionCookie(begun.session().id().toString())))
                .isEmpty();
        assertThat(hub.query("select to_jsonb(s)::text from user_session s where id = '"
                        + begun.session().id() + "'"))
                .noneMatch(row -> row.contains(begun.cookie().value()));

        sessions.end(begun.cookie());

        assertThat(sessions.find(begun.cookie())).isEmpty();
    }

    @Test
    void aSessionOfThePagesEndsWithoutRequests() {
        UserView user = createUser();
        PageSession begun = sessions.beginPages(user.id(), new SessionOrigin(SessionKind.PAGES, SOURCE, ""));

        hub.query("with unused as (update user_session set last_used_at = now() - interval '8 hours 1 minute'"
                + " where id = '" + begun.session().id() + "' returning 1) select * from unused");

        assertThat(sessions.find(begun.cookie())).isEmpty();
    }

    @Test
    void aUserSeesAndEndsTheirOwnSessions() {
        UserView user = createUser();
        UserSessionView first = begin(user);
        UserSessionView second = begin(user);
        UserSessionView other = begin(createUser());

        assertThat(callIn(second, account::sessions)).containsExactlyInAnyOrder(first.session(), second.session());

        runIn(second, () -> account.endSession(first.session().id()));

        assertThat(callIn(second, account::sessions)).containsExactly(second.session());
        assertThatThrownBy(() ->
                        runIn(second, () -> account.endSession(other.session().id())))
                .isInstanceOf(DomainException.NotFound.class);
        assertThat(sessions.find(other.session().id())).isPresent();
    }

    @Test
    void allSessionsOfAUserEndAtOnce() {
        UserView user = createUser();
        UserSessionView first = begin(user);
        UserSessionView second = begin(user);

        runIn(second, account::endSessions);

        assertThat(sessions.find(first.session().id())).isEmpty();
        assertThat(sessions.find(second.session().id())).isEmpty();
    }

    @Test
    void whoChangesTheirPasswordEndsTheirOtherSessions() {
        UserView user = createUser();
        UserSessionView first = begin(user);
        UserSessionView second = begin(user);

        runIn(second, () -> account.changePassword(PASSWORD, "battery staple", SOURCE));

        assertThat(sessions.find(first.session().id())).isEmpty();
        assertThat(sessions.find(second.session().id())).isPresent();
        assertThat(users.login(user.email(), "battery staple", ORIGIN).id()).isEqualTo(user.id());
        assertThatThrownBy(() -> users.login(user.email(), PASSWORD, ORIGIN))
                .isInstanceOf(DomainException.Unauthenticated.class);
        assertThat(hub.query("select action from audit_entry where key = '" + user.email() + "' order by id desc"))
                .startsWith("sign-in refused", "password changed");
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsIt() {
        UserView user = createUser();
        UserSessionView session = begin(user);

        assertThatThrownBy(() -> runIn(session, () -> account.changePassword("wrong", "battery staple", SOURCE)))
                .isInstanceOf(DomainException.Invalid.class)
                .hasMessage("currentPassword: is not the current password");
        assertThatThrownBy(() -> runIn(session, () -> account.changePassword(PASSWORD, "short", SOURCE)))
                .isInstanceOf(DomainException.Invalid.class)
                .hasMessageStartingWith("newPassword: ");

        assertThat(users.login(user.email(), PASSWORD, ORIGIN).id()).isEqualTo(user.id());
    }

    @Test
    void guessesOfTheCurrentPasswordAreLimitedLikeLogins() {
        UserSessionView session = begin(createUser());

        for (int guesses = 0; guesses < 10; guesses++) {
            assertThatThrownBy(
                            () -> runIn(session, () -> account.changePassword("wrong", "battery staple", "192.0.2.3")))
                    .isInstanceOf(DomainException.Invalid.class);
        }

        assertThatThrownBy(() -> runIn(session, () -> account.changePassword(PASSWORD, "battery staple", "192.0.2.3")))
                .isInstanceOf(DomainException.Throttled.class);
    }

    @Test
    void theSessionsOfADeactivatedUserEnd() {
        UserView user = createUser();
        UserSessionView session = begin(user);

        setActive(user, false);
        assertThat(sessions.find(session.session().id())).isEmpty();
        setActive(user, true);

        assertThat(sessions.find(session.session().id())).isEmpty();
    }

    @Test
    void aKeyHasNoAccount() {
        assertThatThrownBy(() -> hub.callAsAdmin(account::sessions)).isInstanceOf(DomainException.Forbidden.class);
    }

    private UserView createUser() {
        String email = "user-" + USERS.incrementAndGet() + "@sessions.example.org";
        return hub.callAsAdmin(() -> users.create(new NewUser(email, "", PASSWORD, Role.EDITOR)));
    }

    private void setActive(UserView user, boolean active) {
        hub.callAsAdmin(() -> users.update(user.id(), new UserDetails("", Role.EDITOR, active), ExpectedVersion.any()));
    }

    private UserSessionView begin(UserView user) {
        UUID id = sessions.begin(user.id(), new SessionOrigin(SessionKind.TOKEN, SOURCE, "curl/8 \0ü"))
                .id();
        return sessions.find(id).orElseThrow();
    }

    private void runIn(UserSessionView session, Runnable work) {
        callIn(session, () -> {
            work.run();
            return true;
        });
    }

    private <T> T callIn(UserSessionView session, Supplier<T> work) {
        return hub.callInRequest(() -> {
            hub.get(CurrentActor.class).actAs(session.actor(), session.login());
            return work.get();
        });
    }
}
