package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.admin.session.Preferences;
import dev.jackstaff.domain.preference.Setting;
import dev.jackstaff.domain.preference.boundary.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of the flag list, as each person chooses them: {@code env:staging,owner,changed}. In a project that has none
 * of the environments that were chosen elsewhere, all are shown.
 */
@Named
@RequestScoped
public class FlagListColumns {
    /** The columns that are no environment, in their order. */
    private static final List<String> DETAILS = List.of("type", "owner", "evaluations", "changed", "created");

    private static final Set<String> USUAL = Set.of("evaluations", "changed");
    private static final String ENVIRONMENT = "env:";

    /** From this number of columns on, the table is scrolled sideways. */
    private static final int WIDE = 7;

    @Inject
    Here here;

    @Inject
    Settings settings;

    @Inject
    Preferences preferences;

    @Inject
    PageMessages messages;

    private final LazyValue<Set<String>> chosen = new LazyValue<>(this::read);

    private Set<String> read() {
        String value = preferences.get(Setting.COLUMNS);
        return value.isEmpty() ? Set.of() : Set.copyOf(List.of(value.split(",", -1)));
    }

    /** The environments that have a column. */
    public List<EnvironmentMark> getEnvironments() {
        Set<String> names = chosen.get(here);
        List<EnvironmentMark> shown = here.getEnvironments().stream()
                .filter(mark -> names.contains(ENVIRONMENT + mark.key()))
                .toList();
        return shown.isEmpty() ? here.getEnvironments() : shown;
    }

    /** Whether an environment has a column. */
    public boolean shows(EnvironmentMark mark) {
        return getEnvironments().contains(mark);
    }

    /** Whether there is a column of this name: {@code type}, {@code owner}, {@code evaluations}, {@code changed}, {@code created}. */
    public boolean has(String name) {
        Set<String> names = chosen.get(here);
        return (names.isEmpty() ? USUAL : names).contains(name);
    }

    public List<String> getDetails() {
        return DETAILS;
    }

    /** Whether there are so many columns that the table is scrolled sideways. */
    public boolean isWide() {
        return getEnvironments().size() + DETAILS.stream().filter(this::has).count() >= WIDE;
    }

    /** Whether a switch in a column changes production. */
    public boolean isProduction() {
        return getEnvironments().stream().anyMatch(EnvironmentMark::production);
    }

    /** Shows the columns that the form names. */
    public void choose() {
        Set<String> wanted = Set.copyOf(here.values("column"));
        List<String> known = Stream.concat(
                        here.getEnvironments().stream().map(mark -> ENVIRONMENT + mark.key()), DETAILS.stream())
                .filter(wanted::contains)
                .toList();
        if (known.isEmpty()) {
            reset();
        } else {
            settings.set(Map.of(Setting.COLUMNS, String.join(",", known)));
            messages.addSuccess("columns.done");
        }
    }

    /** Shows the usual columns again. */
    public void reset() {
        settings.reset(Setting.COLUMNS);
        messages.addSuccess("columns.done");
    }
}
