package dev.jackstaff.domain.attribute.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.entity.ContextAttribute;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The creation, change and deletion of attributes. The caller holds the project's lock. */
@ApplicationScoped
public class AttributeEditor {
    /** The maximum number of legal values of an attribute; the next is the maximum length of one, in characters. */
    static final int MAX_VALUES = 500;

    static final int MAX_VALUE_LENGTH = 200;

    /** The maximum number of attributes of a project: its pages read all of them. */
    static final int MAX_ATTRIBUTES = 1_000;

    @Inject
    AttributeStore attributes;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** Creates an attribute; its values still have to be checked. */
    public ContextAttribute create(Project project, AttributeName name, AttributeDetails details) {
        refuseUnstorable(details);
        if (attributes.count(project) >= MAX_ATTRIBUTES) {
            throw new DomainException.Conflict("a project has at most " + MAX_ATTRIBUTES + " attributes");
        }
        ContextAttribute attribute = new ContextAttribute(project.id(), name, details, clock.instant());
        attributes.add(attribute);
        return attribute;
    }

    /** Updates an attribute; its values still have to be checked. */
    public void update(ContextAttribute attribute, AttributeDetails details) {
        refuseUnstorable(details);
        attribute.update(details, clock.instant());
    }

    /** Deletes an attribute, whatever uses it: rules need no definition. */
    public void delete(ContextAttribute attribute) {
        unitOfWork.flush();
        attributes.remove(attribute);
        unitOfWork.flush();
    }

    private static void refuseUnstorable(AttributeDetails details) {
        Violations violations = new Violations();
        violations.checkText("description", details.description(), Violations.MAX_DESCRIPTION_LENGTH);
        violations.require(details.values().size() <= MAX_VALUES, "values", "at most " + MAX_VALUES + " values");
        for (int i = 0; i < details.values().size(); i++) {
            violations.checkText("values[" + i + "]", details.values().get(i), MAX_VALUE_LENGTH);
        }
        violations.throwIfAny();
    }

    /** Refuses legal values that are not of the attribute's type, or stand there twice. */
    public static void refuseInvalid(AttributeDetails details) {
        List<String> values = details.values();
        Violations violations = new Violations();
        violations.require(
                values.isEmpty() || details.type().takesLegalValues(),
                "values",
                "are for the types string and number only, not for "
                        + details.type().label());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String field = "values[" + i + "]";
            String value = values.get(i);
            Optional<String> normal = details.type().normalized(value);
            violations.require(normal.isPresent(), field, "is not a number: \"" + value + "\"");
            violations.require(seen.add(normal.orElse(value)), field, "stands there twice: \"" + value + "\"");
        }
        violations.throwIfAny();
    }
}
