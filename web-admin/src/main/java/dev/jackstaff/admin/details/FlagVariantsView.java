package dev.jackstaff.admin.details;

import dev.jackstaff.admin.flag.EnvironmentCard;
import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.DocumentException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The variants tab of a flag: its variants with their values, and the schema of the values. */
@Named
@RequestScoped
public class FlagVariantsView {
    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagChanges flagChanges;

    @Inject
    PageMessages messages;

    private VariantForm form = new VariantForm();
    private @Nullable String schema;
    private long version = -1;

    public List<VariantRow> getRows() {
        VariantColours colours = new VariantColours(frame.getFlag().variants());
        String off = frame.getCard().state().offVariant();
        return frame.getFlag().variants().stream()
                .map(variant -> new VariantRow(
                        variant,
                        colours.dot(variant.key()),
                        variant.key().equals(off),
                        variant.key().equals(here.parameter("variant")),
                        own(variant)))
                .toList();
    }

    private Map<String, String> own(FlagVariant variant) {
        Map<String, String> own = new HashMap<>();
        for (EnvironmentCard card : frame.getCards()) {
            card.state()
                    .values()
                    .of(variant.key())
                    .ifPresent(json -> own.put(card.mark().key(), json));
        }
        return own;
    }

    /** The address of this page with the editor of a variant's value everywhere, or in an environment. */
    public String editLink(VariantRow row, @Nullable EnvironmentMark place) {
        return here.flagLink("flag-variants.xhtml", frame.getKey())
                + "&variant=" + URLEncoder.encode(row.getKey(), StandardCharsets.UTF_8)
                + (place == null ? "" : "&place=" + place.key());
    }

    public boolean isJson() {
        return frame.getFlag().type() == ValueType.JSON;
    }

    /** What is served while the flag is off, in the environment that the page is about; empty for the caller's default. */
    public String getOffVariant() {
        String off = frame.getCard().state().offVariant();
        return off == null ? "" : off;
    }

    public VariantForm getForm() {
        return form;
    }

    /** The schema, indented; empty if there is none. */
    public String getSchema() {
        if (schema == null) {
            String present = frame.getFlag().traits().schema();
            schema = present == null ? "" : TypedValue.pretty(present);
        }
        return schema;
    }

    public void setSchema(String schema) {
        this.schema = schema;
    }

    /** The version of the flag that the forms were made of. */
    public long getVersion() {
        return version < 0 ? frame.getFlag().version() : version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    /** Adds the variant of the form. */
    public void add() {
        String key = form.getVariantKey().strip();
        VariantInput variant = new VariantInput(
                key,
                json("variantValue", form.getVariantValue()),
                form.getVariantDescription().strip());
        int last = frame.getFlag().variants().size();
        ChangeResult result = update(
                details -> {
                    List<VariantInput> more = new ArrayList<>(details.variants());
                    more.add(variant);
                    return details.withVariants(more);
                },
                violation -> violation.field().startsWith("variants[" + last + "].")
                        ? new Violation(form.field(violation.field()), violation.message())
                        : violation);
        form = new VariantForm();
        messages.addUndoable(result, "variant.added", key);
    }

    /** Removes the variant whose key the parameter {@code value} has, after the version that was seen and a blank. */
    public void remove() {
        String[] value = here.parameter("value").split(" ", 2);
        if (value.length != 2 || !value[0].matches("[0-9]{1,18}")) {
            throw new DomainException.Invalid("value", "is no variant");
        }
        version = Long.parseLong(value[0]);
        ChangeResult result = update(
                details -> details.withVariants(details.variants().stream()
                        .filter(variant -> !variant.key().equals(value[1]))
                        .toList()),
                violation -> violation);
        messages.addUndoable(result, "variant.removed", value[1]);
    }

    /** Saves the schema; an empty one lets values be any JSON. */
    public void saveSchema() {
        String typed = getSchema();
        String wanted = typed.isBlank() ? null : json("schema", typed);
        ChangeResult result = update(
                details -> details.withTraits(details.traits().withSchema(wanted)),
                violation -> violation.field().startsWith("variants[")
                        ? new Violation("schema", "does not fit " + violation)
                        : violation);
        schema = null;
        messages.addUndoable(result, "schema.saved");
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

    private ChangeResult update(UnaryOperator<FlagDetails> change, UnaryOperator<Violation> said) {
        try {
            ChangeResult result = flagChanges.change(
                    here.projectKey(),
                    frame.key(),
                    flag -> change.apply(flag.details()),
                    ExpectedVersion.of(getVersion()));
            version = -1;
            return result;
        } catch (DomainException.Invalid invalid) {
            throw new DomainException.Invalid(
                    invalid.violations().stream().map(said).toList());
        }
    }
}
