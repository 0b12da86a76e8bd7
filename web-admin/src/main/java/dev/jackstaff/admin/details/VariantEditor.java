package dev.jackstaff.admin.details;

import dev.jackstaff.admin.flag.DraftBar;
import dev.jackstaff.admin.flag.FlagDraft;
import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.snapshot.DocumentException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The editor of a variant's value: of the variant that the address names, everywhere or in the environment of the page. What
 * is typed goes into the draft; what is refused stays as it was typed.
 */
@Named
@RequestScoped
public class VariantEditor {
    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagDraft draft;

    @Inject
    DraftBar draftBar;

    private @Nullable String text;
    private @Nullable String description;
    private @Nullable ValueProblem problem;

    /** The variant that is edited; null if the address names none. */
    public @Nullable FlagVariant getVariant() {
        return draft.sharedVariants().stream()
                .filter(variant -> variant.key().equals(here.parameter("variant")))
                .findFirst()
                .orElse(null);
    }

    private FlagVariant variant() {
        FlagVariant variant = getVariant();
        if (variant == null) {
            throw new DomainException.NotFound("variant", here.parameter("variant"));
        }
        return variant;
    }

    /** The environment whose value is edited, which is that of the page; null for everywhere. */
    public @Nullable EnvironmentMark getPlace() {
        return here.getEnvironments().stream()
                .filter(mark -> mark.key().equals(here.parameter("place")))
                .findFirst()
                .orElse(null);
    }

    /** The address of this page with the editor of the value in an environment. */
    public String link(EnvironmentMark mark) {
        return here.withParameters(Map.of("environment", mark.key(), "place", mark.key()));
    }

    /** Whether the variant has a value of its own at the place. */
    public boolean isOwn() {
        FlagVariant variant = getVariant();
        return variant != null
                && getPlace() != null
                && draft.settings().values().of(variant.key()).isPresent();
    }

    public String getText() {
        FlagVariant variant = getVariant();
        if (text == null && variant != null) {
            String shared = variant.value().json();
            String json = getPlace() == null
                    ? shared
                    : draft.settings().values().of(variant.key()).orElse(shared);
            text = TypedValue.typed(frame.getFlag().type(), json);
        }
        return Objects.requireNonNullElse(text, "");
    }

    public void setText(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    public String getDescription() {
        FlagVariant variant = getVariant();
        if (description == null && variant != null) {
            description = variant.description();
        }
        return Objects.requireNonNullElse(description, "");
    }

    public void setDescription(String description) {
        this.description = description;
    }

    /** The numbers of the lines of the text. */
    public List<Integer> getLines() {
        return IntStream.rangeClosed(
                        1, (int) getText().lines().count() + (getText().endsWith("\n") ? 1 : 0))
                .boxed()
                .toList();
    }

    /** What is wrong with the text, or with the value in the draft. */
    public ValueProblem getProblem() {
        if (problem == null) {
            problem = isOwn() && isEdited() ? problemOfDraft() : ValueProblem.NONE;
        }
        return problem;
    }

    private ValueProblem problemOfDraft() {
        String variant = "variant \"" + variant().key() + "\": ";
        List<Violation> violations = draftBar.violations().stream()
                .filter(violation -> violation.message().startsWith(variant))
                .map(violation ->
                        new Violation(violation.field(), violation.message().substring(variant.length())))
                .toList();
        return violations.isEmpty()
                ? ValueProblem.NONE
                : ValueProblem.of(new DomainException.Invalid(violations), getText());
    }

    /** Whether the draft changes the value at the place. */
    public boolean isEdited() {
        FlagVariant variant = getVariant();
        if (variant == null) {
            return false;
        }
        String key = variant.key();
        return getPlace() == null
                ? !frame.getFlag().variants().contains(variant)
                : !draft.settings()
                        .values()
                        .of(key)
                        .equals(frame.getCard().state().values().of(key));
    }

    /** Puts what is typed into the draft. */
    public void done() {
        try {
            String json = TypedValue.json(frame.getFlag().type(), getText());
            if (getPlace() == null) {
                draft.edit(everywhere(
                        new VariantInput(variant().key(), json, getDescription().strip())));
            } else {
                FlagStateDetails settings = draft.settings();
                draft.edit(settings.withValues(settings.values().with(variant().key(), json)));
            }
            reload();
        } catch (DocumentException malformed) {
            problem = ValueProblem.of(malformed);
        } catch (DomainException.Invalid invalid) {
            problem = ValueProblem.of(invalid, getText());
        }
    }

    private FlagDetails everywhere(VariantInput wanted) {
        FlagDetails details = draft.details();
        return details.withVariants(details.variants().stream()
                .map(variant -> variant.key().equals(wanted.key()) ? wanted : variant)
                .toList());
    }

    /** Gives the variant the value again that it has everywhere, in the draft. */
    public void reset() {
        FlagStateDetails settings = draft.settings();
        draft.edit(settings.withValues(settings.values().without(variant().key())));
        reload();
    }

    private void reload() {
        text = null;
        description = null;
        problem = null;
    }
}
