package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.attribute.AttributeOrigin;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.attribute.boundary.AttributeView;
import dev.jackstaff.domain.attribute.boundary.Attributes;
import dev.jackstaff.engine.EvaluationContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The context that the address of the playground has, as JSON and as lines of a form. */
@Named
@RequestScoped
public class PlaygroundContext {
    /** So many attributes of the project are offered at most, beside those that have a value. */
    private static final int MAX_OFFERED = 6;

    @Inject
    Here here;

    @Inject
    Attributes attributes;

    private @Nullable List<AttributeView> known;
    private @Nullable EvaluationContext context;
    private String problem = "";

    /** The context as JSON, as it was typed. */
    public String getText() {
        return here.parameter("context");
    }

    /** What is wrong with the JSON; empty for nothing. */
    public String getProblem() {
        context();
        return problem;
    }

    /** Whether the context is shown as JSON: if the reader likes, or if it cannot be shown otherwise. */
    public boolean isJson() {
        return here.parameter("view").equals("json") || !getProblem().isEmpty();
    }

    public int getMaxLength() {
        return ContextText.MAX_LENGTH;
    }

    /** The context; an empty one if the JSON is malformed. */
    EvaluationContext context() {
        if (context == null) {
            try {
                context = ContextText.read(getText());
            } catch (IllegalArgumentException malformed) {
                problem = MessageBundle.format("play.context.malformed", String.valueOf(malformed.getMessage()));
                context = EvaluationContext.builder().build();
            }
        }
        return context;
    }

    private List<AttributeView> known() {
        if (known == null) {
            known = attributes.list(here.projectKey());
        }
        return known;
    }

    /** The names of all attributes that the project knows. */
    public List<String> getNames() {
        return known().stream().map(AttributeView::name).toList();
    }

    /** The lines of the form: the targeting key, what the context has, and what rules of the project ask for. */
    public List<ContextRow> getRows() {
        List<ContextRow> rows = new ArrayList<>();
        if (getProblem().isEmpty()) {
            rows.addAll(ContextText.rows(getText()));
        }
        Set<String> given = rows.stream().map(ContextRow::name).collect(Collectors.toSet());
        if (!given.contains(EvaluationContext.TARGETING_KEY)) {
            rows.add(0, new ContextRow(EvaluationContext.TARGETING_KEY, "", false));
        }
        known().stream()
                .filter(attribute -> attribute.origin() != AttributeOrigin.STANDARD)
                .filter(attribute -> !given.contains(attribute.name()))
                .filter(attribute -> !attribute.name().equals(EvaluationContext.TARGETING_KEY))
                .limit(MAX_OFFERED)
                .forEach(attribute -> rows.add(new ContextRow(attribute.name(), "", isJson(attribute))));
        return rows;
    }

    private static boolean isJson(AttributeView attribute) {
        return attribute.details() != null
                && (attribute.details().type() == AttributeType.NUMBER
                        || attribute.details().type() == AttributeType.BOOLEAN);
    }

    /** The context that the form was sent with, as JSON. */
    String sent() {
        List<String> names = here.values("name");
        if (names.isEmpty()) {
            return getText();
        }
        List<String> values = here.values("value");
        List<String> kinds = here.values("kind");
        Set<String> literals = known().stream()
                .filter(PlaygroundContext::isJson)
                .map(AttributeView::name)
                .collect(Collectors.toSet());
        List<ContextRow> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), Math.min(values.size(), kinds.size())); i++) {
            boolean json = kinds.get(i).equals("json")
                    || literals.contains(names.get(i).strip());
            rows.add(new ContextRow(names.get(i), values.get(i), json));
        }
        return ContextText.of(rows);
    }
}
