package dev.jackstaff.domain.preference.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.preference.SavedView;
import dev.jackstaff.domain.preference.SavedViewDetails;
import dev.jackstaff.domain.preference.Setting;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PreferencesIT {
    private static final FlagKey CHECKOUT = new FlagKey("checkout");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final UserView ada = hub.createUser(Role.VIEWER);
    private final UserView bob = hub.createUser(Role.VIEWER);
    private final Favourites favourites = hub.get(Favourites.class);
    private final SavedViews views = hub.get(SavedViews.class);
    private final Settings settings = hub.get(Settings.class);

    @Test
    void favouritesArePersonalAndGoWithTheirFlag() {
        create("checkout");
        create("search");
        mark("search");
        mark("checkout");
        mark("checkout");

        assertThat(asAda(() -> favourites.list(project)))
                .extracting(FlagKey::value)
                .containsExactly("checkout", "search");
        assertThat(hub.callAs(bob, () -> favourites.list(project))).isEmpty();

        run(() -> favourites.unmark(project, new FlagKey("search")));
        hub.callAsAdmin(() -> {
            hub.get(FlagChanges.class).delete(project, CHECKOUT, true, ExpectedVersion.any());
            return true;
        });
        create("checkout");
        assertThat(asAda(() -> favourites.list(project))).isEmpty();
    }

    @Test
    void aViewIsSeenByOthersOnceItIsSharedAndChangedByItsOwnerOnly() {
        SavedView mine = asAda(() -> views.create(project, new SavedViewDetails(" Stale ones ", "stale=true", false)));

        assertThat(mine.name()).isEqualTo("Stale ones");
        assertThat(hub.callAs(bob, () -> views.list(project))).isEmpty();

        asAda(() -> views.update(project, mine.id(), new SavedViewDetails("Stale", "stale=true&tag=a", true)));
        assertThat(hub.callAs(bob, () -> views.list(project)))
                .containsExactly(new SavedView(mine.id(), "Stale", "stale=true&tag=a", true, false, ada.email()));
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> hub.callAs(bob, () -> {
                    views.delete(project, mine.id());
                    return true;
                }));

        run(() -> views.delete(project, mine.id()));
        assertThat(asAda(() -> views.list(project))).isEmpty();
    }

    @Test
    void thereAreAtMostFiftyViews() {
        for (int i = 0; i < SavedViews.MAX; i++) {
            String name = "View " + i;
            asAda(() -> views.create(project, new SavedViewDetails(name, "", false)));
        }

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> asAda(() -> views.create(project, new SavedViewDetails("More", "", false))));
    }

    @Test
    void settingsHaveDefaultsAndValidValues() {
        assertThat(asAda(settings::all))
                .containsEntry(Setting.TIME_ZONE, "UTC")
                .containsEntry(Setting.THEME, "system")
                .hasSameSizeAs(Setting.values());

        asAda(() -> settings.set(Map.of(
                Setting.TIME_ZONE, "Europe/Stockholm", Setting.SINGLE_KEYS, "off", Setting.COLUMNS, "key,owner")));

        assertThat(asAda(settings::all))
                .containsEntry(Setting.TIME_ZONE, "Europe/Stockholm")
                .containsEntry(Setting.SINGLE_KEYS, "off")
                .containsEntry(Setting.COLUMNS, "key,owner");
        for (Map.Entry<Setting, String> wrong : List.of(
                Map.entry(Setting.TIME_ZONE, "Mars/Olympus"),
                Map.entry(Setting.THEME, "pink"),
                Map.entry(Setting.LANGUAGE, "<script>"),
                Map.entry(Setting.COLUMNS, "a b"),
                Map.entry(Setting.SINGLE_KEYS, "maybe"))) {
            assertThatExceptionOfType(DomainException.Invalid.class)
                    .describedAs(wrong.toString())
                    .isThrownBy(() -> asAda(() -> settings.set(Map.ofEntries(wrong))));
        }
        run(() -> settings.reset(Setting.TIME_ZONE));
        assertThat(asAda(settings::all)).containsEntry(Setting.TIME_ZONE, "UTC");
        assertThat(hub.callAs(bob, settings::all)).containsEntry(Setting.SINGLE_KEYS, "on");
    }

    private void create(String key) {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag(key)));
    }

    private void mark(String key) {
        run(() -> favourites.mark(project, new FlagKey(key)));
    }

    private void run(Runnable work) {
        asAda(() -> {
            work.run();
            return true;
        });
    }

    private <T> T asAda(Supplier<T> work) {
        return hub.callAs(ada, work);
    }
}
