package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.PageLimit;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.StalePolicy;
import dev.jackstaff.domain.flag.Staleness;
import dev.jackstaff.domain.flag.entity.Flag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The search for flags that are potentially stale, among all that match. */
@ApplicationScoped
public class StaleFlagSearch {
    @Inject
    FlagSearch search;

    @Inject
    StalenessQuery staleness;

    @Inject
    StalePolicyStore policies;

    /** The flags after a key, or from the first, that are potentially stale, at most {@code limit}. */
    public List<Flag> pageAfter(FlagSearch.Criteria criteria, Optional<FlagKey> key, int limit) {
        StalePolicy policy = policies.find(criteria.project()).policy();
        List<Flag> stale = new ArrayList<>();
        Optional<FlagKey> after = key;
        List<Flag> batch;
        do {
            batch = search.pageAfter(criteria, after, PageLimit.MAX);
            Map<UUID, Staleness> found = staleness.of(batch, policy);
            batch.stream()
                    .filter(flag ->
                            found.getOrDefault(flag.id(), Staleness.ACTIVE).isSuspected())
                    .limit(limit - stale.size())
                    .forEach(stale::add);
            after = batch.isEmpty()
                    ? after
                    : Optional.of(batch.get(batch.size() - 1).key());
        } while (stale.size() < limit && batch.size() == PageLimit.MAX);
        return stale;
    }
}
