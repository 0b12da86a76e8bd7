package dev.jackstaff.admin.details;

import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.ValueInstruction;
import dev.jackstaff.domain.change.ValueInstruction.ResetValue;
import dev.jackstaff.domain.change.ValueInstruction.SetValue;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.DocumentException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The editor of a variant's value: of the variant that the address names, everywhere or in the environment that it names
 * as the place. What was typed stays if it is refused.
 */
@Named
@RequestScoped
public class VariantEditor {
    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagChanges flagChanges;

    @Inject
    Changes changes;

    @Inject
    PageMessages messages;

    private @Nullable String text;
    private @Nullable String description;
    private ValueProblem problem = ValueProblem.NONE;
    private boolean saved;

    /** The variant that is edited; null if the address names none. */
    public @Nullable FlagVariant getVariant() {
        return frame.getFlag().variants().stream()
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

    /** The environment whose value is edited; null for everywhere. */
    public @Nullable EnvironmentMark getPlace() {
        return here.getEnvironments().stream()
                .filter(mark -> mark.key().equals(here.parameter("place")))
                .findFirst()
                .orElse(null);
    }

    /** Whether the variant has a value of its own at the place. */
    public boolean isOwn() {
        EnvironmentMark place = getPlace();
        return place != null && state(place).values().of(variant().key()).isPresent();
    }

    private FlagStateView state(EnvironmentMark place) {
        return frame.getCards().stream()
                .filter(card -> card.mark().equals(place))
                .findFirst()
                .orElseThrow()
                .state();
    }

    public String getText() {
        if (text == null) {
            EnvironmentMark place = getPlace();
            String shared = variant().value().json();
            String json = place == null
                    ? shared
                    : state(place).values().of(variant().key()).orElse(shared);
            text = TypedValue.typed(frame.getFlag().type(), json);
        }
        return text;
    }

    public void setText(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    public String getDescription() {
        if (description == null) {
            description = variant().description();
        }
        return description;
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

    public ValueProblem getProblem() {
        return problem;
    }

    /** The version of the flag, and the revision of the place, that the form was made of. */
    public String getSeen() {
        String sent = here.parameter("seen");
        if (!sent.isEmpty() && !saved) {
            return sent;
        }
        EnvironmentMark place = getPlace();
        return String.valueOf(
                place == null ? frame.getFlag().version() : state(place).revision());
    }

    private long seen() {
        String seen = getSeen();
        if (!seen.matches("[0-9]{1,18}")) {
            throw new DomainException.Invalid("seen", "is no version");
        }
        return Long.parseLong(seen);
    }

    /** Saves the value, unless somebody changed it since the page was made. */
    public void save() {
        try {
            String json = TypedValue.json(frame.getFlag().type(), getText());
            EnvironmentMark place = getPlace();
            if (place == null) {
                saveEverywhere(json);
            } else {
                change(place, new SetValue(frame.key(), variant().key(), json));
            }
        } catch (DocumentException malformed) {
            problem = ValueProblem.of(malformed);
        } catch (DomainException.Invalid invalid) {
            problem = ValueProblem.of(invalid, getText());
        }
    }

    private void saveEverywhere(String json) {
        String key = variant().key();
        VariantInput wanted = new VariantInput(key, json, getDescription().strip());
        messages.addUndoable(
                flagChanges.change(
                        here.projectKey(),
                        frame.key(),
                        flag -> replaced(flag.details(), wanted),
                        ExpectedVersion.of(seen())),
                "variant.saved",
                key);
        reload();
    }

    private static FlagDetails replaced(FlagDetails details, VariantInput wanted) {
        return details.withVariants(details.variants().stream()
                .map(variant -> variant.key().equals(wanted.key()) ? wanted : variant)
                .toList());
    }

    /** Gives the variant the value again that it has everywhere. */
    public void reset() {
        EnvironmentMark place = getPlace();
        if (place != null) {
            change(place, new ResetValue(frame.key(), variant().key()));
        }
    }

    private void change(EnvironmentMark place, ValueInstruction instruction) {
        EnvironmentKey environment = new EnvironmentKey(place.key());
        messages.addUndoable(
                changes.apply(
                        here.projectKey(),
                        new ChangeRequest(
                                ChangeStep.in(environment, List.of(instruction)),
                                new ChangeBase(Map.of(environment, seen()), OptionalLong.empty()),
                                ChangeNote.NONE)),
                "variant.savedIn",
                instruction.variant(),
                place.name());
        reload();
    }

    private void reload() {
        saved = true;
        text = null;
        description = null;
    }
}
