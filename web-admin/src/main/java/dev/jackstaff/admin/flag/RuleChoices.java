package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.domain.attribute.boundary.Attributes;
import dev.jackstaff.domain.segment.boundary.Segments;
import dev.jackstaff.engine.snapshot.Operator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the form of a rule offers: the attributes and segments of the project, and all comparisons. */
@Named
@RequestScoped
public class RuleChoices {
    @Inject
    Here here;

    @Inject
    Attributes attributes;

    @Inject
    Segments segments;

    private final LazyValue<List<AttributeChoice>> known = new LazyValue<>(() ->
            attributes.list(here.projectKey()).stream().map(AttributeChoice::of).toList());

    /** The attributes that rules of the project use, that it defines, and that SDKs send. */
    public List<AttributeChoice> getAttributes() {
        return known.get(here);
    }

    /** The keys of the project's segments. */
    public List<String> getSegments() {
        return segments.list(here.projectKey()).stream()
                .map(segment -> segment.key().value())
                .toList();
    }

    /** All comparisons. */
    public Operator[] getOperators() {
        return Operator.values();
    }
}
