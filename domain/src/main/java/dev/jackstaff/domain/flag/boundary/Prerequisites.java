package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.PrerequisiteGraph;
import dev.jackstaff.domain.flag.control.PrerequisiteSearch;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;

/** The use case of asking which flags decide about a flag, and which it decides about. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Prerequisites {
    @Inject
    PrerequisiteSearch search;

    /**
     * The flags around a flag, with what they can answer in each environment, or NotFound.
     *
     * @param more keys of flags that it may come to need, to know them too
     */
    public PrerequisiteGraph around(ProjectKey project, FlagKey key, Collection<String> more) {
        PrerequisiteGraph graph = search.around(project, key, more);
        if (graph.node(key.value()).isEmpty()) {
            throw new DomainException.NotFound("flag", key);
        }
        return graph;
    }
}
