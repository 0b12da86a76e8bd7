package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.Flags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which flags the address of the playground asks for: one, or a page of those that have a text in their keys. */
@RequestScoped
public class AskedFlags {
    private static final int PAGE = 50;

    @Inject
    Here here;

    @Inject
    Flags flags;

    private @Nullable List<String> present;

    /** The key of the only flag that is asked for; empty for many. */
    String one() {
        return here.parameter("flag");
    }

    /** Whether flags are asked for that may be there no longer, in an earlier revision. */
    boolean isEarlierToo() {
        return one().isEmpty() && !here.parameter("revision").isBlank();
    }

    /** Whether a key has the text in it. */
    boolean fits(String key) {
        return key.toLowerCase(Locale.ROOT).contains(here.parameter("q").strip().toLowerCase(Locale.ROOT));
    }

    /** The keys of all flags of now that are asked for, in their order. */
    List<String> present() {
        if (present == null) {
            present = one().isEmpty()
                    ? flags.keys(here.projectKey()).stream()
                            .map(FlagKey::value)
                            .filter(this::fits)
                            .toList()
                    : List.of(one());
        }
        return present;
    }

    /** The number of the page, from 1. */
    int page() {
        try {
            return Math.max(1, Integer.parseInt(here.parameter("page")));
        } catch (NumberFormatException first) {
            return 1;
        }
    }

    /** Those of all that the page shows. */
    List<String> onPage(List<String> all) {
        return all.stream().skip((page() - 1L) * PAGE).limit(PAGE).toList();
    }

    /** Whether there are others on later pages. */
    boolean isMore(List<String> all) {
        return all.size() > page() * PAGE;
    }
}
