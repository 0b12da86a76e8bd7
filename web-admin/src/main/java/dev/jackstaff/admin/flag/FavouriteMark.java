package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.preference.boundary.Favourites;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The mark of a favourite in the flag list. */
@Named
@RequestScoped
public class FavouriteMark {
    @Inject
    Here here;

    @Inject
    Favourites favourites;

    /** Marks the flag that the parameter {@code starred} names as a favourite, or takes the mark back. */
    public void flip() {
        FlagKey flag = new FlagKey(here.parameter("starred"));
        if (favourites.list(here.projectKey()).contains(flag)) {
            favourites.unmark(here.projectKey(), flag);
        } else {
            favourites.mark(here.projectKey(), flag);
        }
    }
}
