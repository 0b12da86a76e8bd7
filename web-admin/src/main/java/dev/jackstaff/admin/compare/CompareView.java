package dev.jackstaff.admin.compare;

import dev.jackstaff.admin.flag.EnvironmentCard;
import dev.jackstaff.admin.flag.FlagDraft;
import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.domain.flag.FlagStateDetails;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** A flag in several environments side by side: the parameter {@code in} names those beside that of the address. */
@Named
@RequestScoped
public class CompareView {
    /** How many environments are compared if the address does not say which. */
    private static final int PRESELECTED = 3;

    private static final String ONLY_DIFFERENCES = "differences";

    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagDraft draft;

    /** An environment that can be compared, and the address that adds it or takes it away. */
    public record Choice(EnvironmentMark mark, boolean chosen, String link) {
        public EnvironmentMark getMark() {
            return mark;
        }

        public boolean isChosen() {
            return chosen;
        }

        public String getLink() {
            return link;
        }
    }

    /** The other environments of the project. */
    public List<Choice> getChoices() {
        List<String> chosen = chosen();
        return others().stream()
                .map(mark -> new Choice(mark, chosen.contains(mark.key()), toggled(mark.key(), chosen)))
                .toList();
    }

    private String toggled(String key, List<String> chosen) {
        List<String> changed = new ArrayList<>(chosen);
        if (!changed.remove(key)) {
            changed.add(key);
        }
        return here.withParameter("in", String.join(",", changed));
    }

    private List<EnvironmentMark> others() {
        EnvironmentMark place = here.getEnvironment();
        return here.getEnvironments().stream()
                .filter(mark -> !mark.equals(place))
                .toList();
    }

    private List<String> chosen() {
        List<String> named = List.of(here.parameter("in").split(",", -1));
        List<String> known = others().stream().map(EnvironmentMark::key).toList();
        List<String> chosen = known.stream().filter(named::contains).toList();
        return chosen.isEmpty() ? known.stream().limit(PRESELECTED).toList() : chosen;
    }

    /** The environments that are compared, that of the address among them, in their order. */
    public List<ComparedColumn> getColumns() {
        List<String> chosen = chosen();
        EnvironmentMark place = here.getEnvironment();
        return frame.getCards().stream()
                .filter(card ->
                        card.mark().equals(place) || chosen.contains(card.mark().key()))
                .map(card -> column(card, card.mark().equals(place)))
                .toList();
    }

    private ComparedColumn column(EnvironmentCard card, boolean isPlace) {
        FlagStateDetails settings = isPlace ? draft.settings() : card.state().details();
        return new ComparedColumn(
                card.mark(), settings, isPlace, isPlace && draft.ofSettings().isPresent());
    }

    /** The parts of the settings; only those that differ, if the address says so. */
    public List<ComparedRow> getRows() {
        List<ComparedRow> all =
                new ComparedSettings(getColumns(), frame.getFlag().variants()).rows();
        return isOnlyDifferences() ? all.stream().filter(ComparedRow::isDiffers).toList() : all;
    }

    public boolean isOnlyDifferences() {
        return here.parameter("view").equals(ONLY_DIFFERENCES);
    }

    public String getAllLink() {
        return here.withParameter("view", "");
    }

    public String getDifferencesLink() {
        return here.withParameter("view", ONLY_DIFFERENCES);
    }

    /** Whether there is another environment at all. */
    public boolean isComparable() {
        return !others().isEmpty();
    }
}
