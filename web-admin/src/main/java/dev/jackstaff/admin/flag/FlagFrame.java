package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What each page about a flag begins with: the flag that the address names, and its state in each environment. */
@Named
@RequestScoped
public class FlagFrame {
    @Inject
    Here here;

    @Inject
    Flags flags;

    @Inject
    FlagStates states;

    private final LazyValue<FlagView> flag = new LazyValue<>(() -> flags.get(here.projectKey(), key()));
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
        return flag.get(here);
    }

    /** The state in each environment, in their order. */
    public List<EnvironmentCard> getCards() {
        return cards.get(here);
    }

    private List<EnvironmentCard> readCards() {
        List<FlagStateView> all = states.ofFlag(here.projectKey(), key());
        return here.getEnvironments().stream()
                .flatMap(mark -> all.stream()
                        .filter(state -> state.environment().value().equals(mark.key()))
                        .map(state -> new EnvironmentCard(mark, state)))
                .toList();
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
