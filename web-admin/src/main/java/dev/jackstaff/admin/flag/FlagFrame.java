package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.domain.change.FlagRestoration;
import dev.jackstaff.domain.change.boundary.KillSwitches;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.PrerequisiteGraph;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.FlagWithStates;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.flag.boundary.Prerequisites;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each page about a flag begins with: the flag that the address names, and its state in each environment. */
@Named
@RequestScoped
public class FlagFrame {
    @Inject
    Here here;

    @Inject
    Flags flags;

    @Inject
    Prerequisites prerequisites;

    @Inject
    KillSwitches killSwitches;

    private final LazyValue<FlagWithStates> whole =
            new LazyValue<>(() -> flags.getWithStates(here.projectKey(), key()));
    private final LazyValue<PrerequisiteGraph> graph =
            new LazyValue<>(() -> prerequisites.around(here.projectKey(), key(), List.of()));
    private final LazyValue<Optional<FlagRestoration>> restoration =
            new LazyValue<>(() -> killSwitches.findWaiting(here.projectKey(), key()));
    private final LazyValue<List<EnvironmentCard>> cards = new LazyValue<>(this::readCards);

    /** Reads the flag, so that a page about a flag that does not exist is not found. */
    public void open() {
        getFlag();
        here.getEnvironment();
    }

    public FlagKey key() {
        return new FlagKey(here.parameter("flag"));
    }

    /** The key of the flag. */
    public String getKey() {
        return here.parameter("flag");
    }

    public FlagView getFlag() {
        return whole.get(here).flag();
    }

    /** The revision of the project that has this flag. */
    public long projectRevision() {
        return whole.get(here).projectRevision();
    }

    /** The flags that this one needs, and those that need it. */
    public PrerequisiteGraph graph() {
        return graph.get(here);
    }

    /** What the flag waits for since it was killed; empty if nothing turns it on again. */
    public Optional<FlagRestoration> restoration() {
        return restoration.get(here).filter(waiting -> !waiting.environments().isEmpty());
    }

    /** The state in each environment, in their order. */
    public List<EnvironmentCard> getCards() {
        return cards.get(here);
    }

    private List<EnvironmentCard> readCards() {
        List<FlagStateView> all = whole.get(here).states();
        return here.getEnvironments().stream()
                .flatMap(mark -> all.stream()
                        .filter(state -> state.environment().value().equals(mark.key()))
                        .map(state -> new EnvironmentCard(mark, state, heldOff(state), returnsAt(state))))
                .toList();
    }

    private @Nullable HeldOff heldOff(FlagStateView state) {
        return state.enabled()
                ? HeldOff.find(graph(), getFlag().prerequisites(), state.environment())
                        .orElse(null)
                : null;
    }

    private @Nullable Instant returnsAt(FlagStateView state) {
        return restoration()
                .filter(waiting -> waiting.environments().contains(state.environment()))
                .map(FlagRestoration::due)
                .orElse(null);
    }

    /** The state in the environment that the address names. */
    public EnvironmentCard getCard() {
        EnvironmentMark environment = here.getEnvironment();
        return getCards().stream()
                .filter(card -> card.mark().equals(environment))
                .findFirst()
                .orElseThrow();
    }
}
