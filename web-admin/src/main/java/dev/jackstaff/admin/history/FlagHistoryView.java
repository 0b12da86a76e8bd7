package dev.jackstaff.admin.history;

import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.history.FlagVersionView;
import dev.jackstaff.domain.history.SettingsVersionView;
import dev.jackstaff.domain.history.boundary.History;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The history of a flag in the environment that the address names, and what differs between two entries. The page, the form
 * and the picked entries are in the address.
 */
@Named
@RequestScoped
public class FlagHistoryView {
    static final String PICK = "pick";
    private static final String BELOW = "below";
    private static final String VIEW = "view";
    private static final String TECHNICAL = "technical";
    private static final int PAGE = 20;

    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    History history;

    @Inject
    Clock clock;

    private final LazyValue<List<FlagVersionView>> flags = new LazyValue<>(this::readFlags);
    private final LazyValue<List<SettingsVersionView>> settings = new LazyValue<>(this::readSettings);
    private final LazyValue<Optional<HistoryComparison>> comparison = new LazyValue<>(this::compare);

    private VersionPair below() {
        return VersionPair.parse(here.parameter(BELOW));
    }

    private List<FlagVersionView> flags() {
        return flags.get(here);
    }

    private List<FlagVersionView> readFlags() {
        return history.versions(here.projectKey(), frame.key(), below().flagQuery(PAGE + 1));
    }

    private List<SettingsVersionView> settings() {
        return settings.get(here);
    }

    private List<SettingsVersionView> readSettings() {
        return history.versions(here.projectKey(), frame.key(), here.environmentKey(), below().settingsQuery(PAGE + 1));
    }

    private MergedVersions versions() {
        return new MergedVersions(flags(), settings(), PAGE);
    }

    /** The entries of the page by their days, latest first. */
    public List<HistoryDay<VersionEntry>> getDays() {
        List<VersionEntry> entries = versions().entries(below(), change -> RecordedStep.of(change).stream()
                .filter(step ->
                        step.concerns(frame.getKey(), here.getEnvironment().key()))
                .toList());
        return HistoryDay.of(entries, clock.instant());
    }

    public boolean isTechnical() {
        return here.parameter(VIEW).equals(TECHNICAL);
    }

    /** The address of this page in sentences. */
    public String getSentencesLink() {
        return here.withParameter(VIEW, "");
    }

    /** The address of this page in the technical form. */
    public String getTechnicalLink() {
        return here.withParameter(VIEW, TECHNICAL);
    }

    /** The address of the older entries; null if there are none. */
    public @Nullable String getOlder() {
        MergedVersions versions = versions();
        return versions.isMore()
                ? here.withParameter(BELOW, versions.end(below()).text())
                : null;
    }

    /** The address of the latest entries; null if this is their page. */
    public @Nullable String getLatest() {
        return here.parameter(BELOW).isEmpty() ? null : here.withParameter(BELOW, "");
    }

    /** The places of the picked entries, the older first; one or two, or none. */
    List<VersionPair> picked() {
        return Arrays.stream(here.parameter(PICK).split("_"))
                .filter(text -> !text.isEmpty())
                .map(VersionPair::parse)
                .sorted(Comparator.comparingLong(VersionPair::flag).thenComparingLong(VersionPair::settings))
                .limit(2)
                .toList();
    }

    public boolean isPicked(VersionEntry entry) {
        return picked().contains(entry.place());
    }

    /** The address of this page with an entry picked, or no longer; a third pick takes the place of the older one. */
    public String pickLink(VersionEntry entry) {
        List<VersionPair> picked = new ArrayList<>(picked());
        if (!picked.remove(entry.place())) {
            if (picked.size() > 1) {
                picked.remove(0);
            }
            picked.add(entry.place());
        }
        return here.withParameter(PICK, picked.stream().map(VersionPair::text).collect(Collectors.joining("_")));
    }

    /** What differs between the picked entries, or between the only one and now; null if none is picked. */
    public @Nullable HistoryComparison getComparison() {
        return comparison.get(here).orElse(null);
    }

    private Optional<HistoryComparison> compare() {
        List<VersionPair> picked = picked();
        if (picked.isEmpty()) {
            return Optional.empty();
        }
        HistoryComparison.Side now =
                HistoryComparison.Side.now(frame.getFlag(), frame.getCard().state());
        return Optional.of(new HistoryComparison(
                frame.key(),
                here.environmentKey(),
                side(picked.get(0)),
                picked.size() > 1 ? side(picked.get(1)) : now,
                new VariantColours(frame.getFlag().variants())));
    }

    private HistoryComparison.Side side(VersionPair place) {
        FlagVersionView flag = flagAt(place.flag());
        SettingsVersionView state = settingsAt(place.settings());
        FlagDetails details = flag == null ? null : flag.details();
        FlagStateDetails decided = state == null ? null : state.settings();
        return new HistoryComparison.Side(
                flag == null ? 0 : flag.projectRevision(), details, state == null ? 0 : state.revision(), decided);
    }

    /** The version at a revision of the project; those of the page need not be read again. */
    private @Nullable FlagVersionView flagAt(long revision) {
        List<FlagVersionView> found = below().flag() > revision
                        && flags().stream().anyMatch(version -> version.projectRevision() <= revision)
                ? flags()
                : history.versions(here.projectKey(), frame.key(), new VersionPair(revision + 1, 0).flagQuery(1));
        return found.stream()
                .filter(version -> version.projectRevision() <= revision)
                .findFirst()
                .orElse(null);
    }

    /** The version at a revision of the environment, likewise. */
    private @Nullable SettingsVersionView settingsAt(long revision) {
        List<SettingsVersionView> found =
                below().settings() > revision && settings().stream().anyMatch(version -> version.revision() <= revision)
                        ? settings()
                        : history.versions(
                                here.projectKey(),
                                frame.key(),
                                here.environmentKey(),
                                new VersionPair(0, revision + 1).settingsQuery(1));
        return found.stream()
                .filter(version -> version.revision() <= revision)
                .findFirst()
                .orElse(null);
    }
}
