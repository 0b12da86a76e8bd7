package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
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
    FlagStates states;

    private @Nullable FlagView flag;
    private @Nullable List<EnvironmentCard> cards;

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
        if (flag == null) {
            flag = flags.get(here.projectKey(), key());
        }
        return flag;
    }

    /** The state in each environment, in their order. */
    public List<EnvironmentCard> getCards() {
        if (cards == null) {
            List<FlagStateView> all = states.ofFlag(here.projectKey(), key());
            cards = here.getEnvironments().stream()
                    .flatMap(mark -> all.stream()
                            .filter(state -> state.environment().value().equals(mark.key()))
                            .map(state -> new EnvironmentCard(mark, state)))
                    .toList();
        }
        return cards;
    }

    /** The state in the environment that the address names. */
    public EnvironmentCard getCard() {
        EnvironmentMark environment = here.getEnvironment();
        return getCards().stream()
                .filter(card -> card.mark().equals(environment))
                .findFirst()
                .orElseThrow();
    }

    /** Forgets what was read, as it was changed. */
    public void reload() {
        flag = null;
        cards = null;
    }
}
