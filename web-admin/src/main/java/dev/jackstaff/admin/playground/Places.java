package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the address says that flags are evaluated: environments as they are, with the reader's draft, or as they were. */
@Named
@RequestScoped
public class Places {
    private static final int MAX_PRESELECTED = 4;
    private static final String DRAFT = "+draft";

    @Inject
    Here here;

    @Inject
    AskedFlags asked;

    @Inject
    Snapshots snapshots;

    @Inject
    History history;

    @Inject
    DraftedFlag drafted;

    private @Nullable List<Place> places;
    private String problem = "";

    /** An environment that can be chosen. */
    public record Choice(EnvironmentMark mark, boolean chosen) {}

    /** The environments, as they are now. */
    public List<Choice> getChoices() {
        return choices(here.getEnvironments(), chosen());
    }

    /** The environments in which a draft of the reader changes the flag that the address names. */
    public List<Choice> getDraftChoices() {
        List<EnvironmentMark> marks =
                here.getEnvironments().stream().filter(this::isDrafted).toList();
        return choices(marks, chosenDrafts());
    }

    private boolean isDrafted(EnvironmentMark mark) {
        return drafted.isShared() || drafted.isIn(mark.key());
    }

    private static List<Choice> choices(List<EnvironmentMark> marks, List<String> chosen) {
        return marks.stream()
                .map(mark -> new Choice(mark, chosen.contains(mark.key())))
                .toList();
    }

    /** What is wrong with the revision of the address; empty for nothing. */
    public String getProblem() {
        all();
        return problem;
    }

    /** The keys of the environments whose present state is asked for; those of the address, else the first few. */
    List<String> chosen() {
        List<String> named = list("in");
        if (!named.isEmpty() || isChosen()) {
            return named;
        }
        List<String> first = new ArrayList<>(List.of(here.getEnvironment().key()));
        here.getEnvironments().stream()
                .map(EnvironmentMark::key)
                .filter(key -> !first.contains(key))
                .limit(MAX_PRESELECTED - 1L)
                .forEach(first::add);
        return first;
    }

    List<String> chosenDrafts() {
        return isChosen() ? list("draft") : preselectedDrafts();
    }

    /** Those with a draft of their own, and with one of what all share the environment of the page. */
    private List<String> preselectedDrafts() {
        EnvironmentMark page = here.getEnvironment();
        return here.getEnvironments().stream()
                .filter(mark -> drafted.isIn(mark.key()) || (drafted.isShared() && mark.equals(page)))
                .map(EnvironmentMark::key)
                .toList();
    }

    /** Whether the address says where, or leaves that to the page. */
    private boolean isChosen() {
        return !list("in").isEmpty() || !list("draft").isEmpty();
    }

    /** The values of a parameter that is sent as often as there are values, or once with commas. */
    private List<String> list(String parameter) {
        return here.values(parameter).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    /** The columns of the table, in the order of the environments. */
    List<Place> all() {
        if (places == null) {
            places = read();
        }
        return places;
    }

    private List<Place> read() {
        List<String> now = chosen();
        List<String> withDraft = here.getEnvironments().stream()
                .filter(this::isDrafted)
                .map(EnvironmentMark::key)
                .filter(chosenDrafts()::contains)
                .toList();
        Map<String, Snapshot> current = new TreeMap<>();
        List<EnvironmentKey> wanted = here.getEnvironments().stream()
                .map(EnvironmentMark::key)
                .filter(key -> now.contains(key) || withDraft.contains(key))
                .map(EnvironmentKey::new)
                .toList();
        List<Snapshot> snapshotsNow = asked.isEarlierToo()
                ? snapshots.current(here.projectKey(), wanted)
                : snapshots.current(here.projectKey(), wanted, flagsOnPage());
        snapshotsNow.forEach(snapshot -> current.put(snapshot.environment(), snapshot));
        List<Place> found = new ArrayList<>();
        for (EnvironmentMark mark : here.getEnvironments()) {
            Snapshot snapshot = current.get(mark.key());
            if (snapshot != null && now.contains(mark.key())) {
                found.add(Place.of(mark.key(), mark, say("play.now"), snapshot));
            }
            if (snapshot != null && withDraft.contains(mark.key())) {
                found.add(drafted(mark, snapshot));
            }
            if (mark.equals(here.getEnvironment())) {
                earlier(mark).ifPresent(found::add);
            }
        }
        return found;
    }

    private List<String> flagsOnPage() {
        return Stream.concat(asked.onPage(asked.present()).stream(), drafted.needed().stream())
                .toList();
    }

    private Place drafted(EnvironmentMark mark, Snapshot snapshot) {
        List<FlagDefinition> definitions = snapshot.flags().stream()
                .map(flag -> flag.key().equals(asked.one()) ? drafted.in(mark.key(), flag) : flag)
                .toList();
        return Place.of(mark.key() + DRAFT, mark, say("play.withDraft"), snapshot, definitions);
    }

    private Optional<Place> earlier(EnvironmentMark mark) {
        String text = here.parameter("revision").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            long revision = Long.parseLong(text);
            Snapshot snapshot = history.at(here.projectKey(), new EnvironmentKey(mark.key()), revision);
            return Optional.of(Place.of(mark.key() + "@" + revision, mark, say("play.atRevision", revision), snapshot));
        } catch (NumberFormatException none) {
            problem = say("play.revision.number");
        } catch (DomainException.NotFound gone) {
            problem = say("play.revision.gone", mark.name());
        }
        return Optional.empty();
    }

    private static String say(String key, Object... arguments) {
        return MessageBundle.format(key, arguments);
    }
}
