package dev.jackstaff.domain.attribute.boundary;

import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.StandardAttribute;
import dev.jackstaff.domain.attribute.control.AttributeStore;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The use cases of reading which attributes a project knows. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Attributes {
    @Inject
    ProjectStore projects;

    @Inject
    AttributeStore attributes;

    /** All attributes that a rule of the project may well use, by name: the defined ones, the standard ones, and those used. */
    public List<AttributeView> list(ProjectKey projectKey) {
        AttributeStore.Defined defined = attributes.defined(projectKey);
        Map<String, AttributeView> found = new TreeMap<>();
        attributes.usedNames(defined.project()).forEach(name -> found.put(name, AttributeView.used(name)));
        StandardAttribute.ALL.forEach(standard -> found.put(standard.name(), AttributeView.of(standard)));
        defined.attributes().forEach(attribute -> found.put(attribute.name().value(), AttributeView.of(attribute)));
        return List.copyOf(found.values());
    }

    /** The attribute that the project defines, or NotFound. */
    public AttributeView get(ProjectKey projectKey, AttributeName name) {
        return AttributeView.of(attributes.existing(projects.existing(projectKey), name));
    }

    /** The attribute; empty if the project does not define it. */
    public Optional<AttributeView> find(ProjectKey projectKey, AttributeName name) {
        return attributes.find(projects.existing(projectKey), name).map(AttributeView::of);
    }
}
