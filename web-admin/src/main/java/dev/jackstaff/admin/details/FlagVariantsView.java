package dev.jackstaff.admin.details;

import dev.jackstaff.admin.flag.EnvironmentCard;
import dev.jackstaff.admin.flag.FlagDraft;
import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.DocumentException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The variants tab of a flag, with the reader's draft: its variants with their values, and the schema of the values. */
@Named
@RequestScoped
public class FlagVariantsView {
    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagDraft draft;

    private VariantForm form = new VariantForm();
    private @Nullable String schema;

    public List<VariantRow> getRows() {
        List<FlagVariant> variants = draft.sharedVariants();
        VariantColours colours = new VariantColours(variants);
        Map<String, Map<String, String>> own = ownValues();
        return variants.stream()
                .map(variant -> new VariantRow(
                        variant,
                        colours.dot(variant.key()),
                        variant.key().equals(draft.settings().offVariant()),
                        variant.key().equals(here.parameter("variant")),
                        isEdited(variant),
                        own.getOrDefault(variant.key(), Map.of())))
                .toList();
    }

    /** The variants that saving the draft would remove. */
    public List<String> getRemoved() {
        List<String> kept =
                draft.sharedVariants().stream().map(FlagVariant::key).toList();
        return frame.getFlag().variants().stream()
                .map(FlagVariant::key)
                .filter(key -> !kept.contains(key))
                .toList();
    }

    private boolean isEdited(FlagVariant variant) {
        String key = variant.key();
        return !frame.getFlag().variants().contains(variant)
                || !draft.settings()
                        .values()
                        .of(key)
                        .equals(frame.getCard().state().values().of(key));
    }

    /** The values that variants have in environments only, by the keys of both. */
    private Map<String, Map<String, String>> ownValues() {
        Map<String, Map<String, String>> own = new HashMap<>();
        for (EnvironmentCard card : frame.getCards()) {
            boolean drafted = card.mark().equals(here.getEnvironment());
            (drafted ? draft.settings().values() : card.state().values())
                    .json()
                    .forEach((variant, json) -> own.computeIfAbsent(variant, key -> new HashMap<>())
                            .put(card.mark().key(), json));
        }
        return own;
    }

    /** The address of this page with the editor of a variant's value everywhere. */
    public String editLink(VariantRow row) {
        return here.withParameters(Map.of("variant", row.getKey(), "place", ""));
    }

    public boolean isJson() {
        return frame.getFlag().type() == ValueType.JSON;
    }

    /** What is served while the flag is off, in the environment that the page is about; empty for the caller's default. */
    public String getOffVariant() {
        return Objects.requireNonNullElse(draft.settings().offVariant(), "");
    }

    public VariantForm getForm() {
        return form;
    }

    /** The schema, indented; empty if there is none. */
    public String getSchema() {
        if (schema == null) {
            String present = draft.details().traits().schema();
            schema = present == null ? "" : TypedValue.pretty(present);
        }
        return schema;
    }

    public void setSchema(String schema) {
        this.schema = schema;
    }

    /** Whether the draft changes the schema. */
    public boolean isSchemaEdited() {
        return !Objects.equals(
                draft.details().traits().schema(), frame.getFlag().traits().schema());
    }

    /** Adds the variant of the form to the draft. */
    public void add() {
        VariantInput variant = new VariantInput(
                form.getVariantKey().strip(),
                json("variantValue", form.getVariantValue()),
                form.getVariantDescription().strip());
        List<VariantInput> variants = new ArrayList<>(draft.details().variants());
        if (variants.stream().anyMatch(present -> present.key().equals(variant.key()))) {
            throw new DomainException.Invalid("variantKey", "is the key of another variant");
        }
        int last = variants.size();
        variants.add(variant);
        edit(
                draft.details().withVariants(variants),
                violation -> violation.field().startsWith("variants[" + last + "].")
                        ? new Violation(form.field(violation.field()), violation.message())
                        : violation);
        form = new VariantForm();
    }

    /** Removes the variant whose key the parameter {@code value} is, in the draft. */
    public void remove() {
        String key = here.parameter("value");
        edit(
                draft.details()
                        .withVariants(draft.details().variants().stream()
                                .filter(variant -> !variant.key().equals(key))
                                .toList()),
                UnaryOperator.identity());
    }

    /** Lets the draft keep the variant whose key the parameter {@code value} is, as it is saved. */
    public void keep() {
        String key = here.parameter("value");
        VariantInput kept = frame.getFlag().details().variants().stream()
                .filter(variant -> variant.key().equals(key) && getRemoved().contains(key))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("removed variant", key));
        List<VariantInput> variants = new ArrayList<>(draft.details().variants());
        variants.add(kept);
        edit(draft.details().withVariants(variants), UnaryOperator.identity());
    }

    /** Puts the schema into the draft; an empty one lets values be any JSON. */
    public void editSchema() {
        String typed = getSchema();
        String wanted = typed.isBlank() ? null : json("schema", typed);
        edit(
                draft.details().withTraits(draft.details().traits().withSchema(wanted)),
                violation -> violation.field().startsWith("variants[")
                        ? new Violation("schema", "does not fit " + violation)
                        : violation);
        schema = null;
    }

    private String json(String field, String typed) {
        try {
            return field.equals("schema")
                    ? TypedValue.json(typed)
                    : TypedValue.json(frame.getFlag().type(), typed);
        } catch (DocumentException malformed) {
            throw new DomainException.Invalid(field, "line " + malformed.line() + ": " + malformed.reason());
        }
    }

    private void edit(FlagDetails wanted, UnaryOperator<Violation> said) {
        try {
            draft.edit(wanted);
        } catch (DomainException.Invalid invalid) {
            throw new DomainException.Invalid(
                    invalid.violations().stream().map(said).toList());
        }
    }
}
