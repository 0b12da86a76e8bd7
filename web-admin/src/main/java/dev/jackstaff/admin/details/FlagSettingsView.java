package dev.jackstaff.admin.details;

import dev.jackstaff.admin.flag.FlagDraft;
import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.UnarchiveFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.FlagTraits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The settings tab of a flag: what people are told of it, and its end. */
@Named
@RequestScoped
public class FlagSettingsView {
    private static final String LINKS = "links";
    private static final String METADATA = "metadata";
    private static final String SHOWN = "shownSettings";

    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagDraft draft;

    @Inject
    FlagChanges flagChanges;

    @Inject
    Changes changes;

    @Inject
    PageMessages messages;

    private @Nullable FlagSettingsForm form;
    private @Nullable ShownSettings shown;

    public FlagSettingsForm getForm() {
        if (form == null) {
            form = new FlagSettingsForm(draft.details());
        }
        return form;
    }

    public FlagKind[] getKinds() {
        return FlagKind.values();
    }

    /** The metadata by name, as people type it. */
    public List<Map.Entry<String, String>> getMetadata() {
        return draft.details().traits().metadata().entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), TypedValue.scalarTyped(entry.getValue())))
                .toList();
    }

    public List<FlagLink> getLinks() {
        return draft.details().traits().links();
    }

    /** The names of the environments in which the flag is on. */
    public String getWhereOn() {
        return String.join(
                ", ",
                frame.getCards().stream()
                        .filter(card -> card.isOn())
                        .map(card -> card.getMark().name())
                        .toList());
    }

    /** What the form showed before somebody typed in it, as the form sends it along. */
    public String getShown() {
        String sent = here.parameter(SHOWN);
        return shown == null && !sent.isEmpty() ? sent : shown().json();
    }

    private ShownSettings shown() {
        if (shown == null) {
            String sent = here.parameter(SHOWN);
            shown = sent.isEmpty() ? ShownSettings.of(draft.details()) : ShownSettings.parse(sent);
        }
        return shown;
    }

    /** Puts what was typed into the draft; Invalid once if the draft has got something else there from another window. */
    public String done() {
        try {
            FlagDetails present = draft.details();
            FlagDetails wanted = getForm().applyTo(present, traits(present.traits()));
            List<SettingsField> conflicts = shown().conflicts(wanted, present);
            if (!conflicts.isEmpty()) {
                shown = shown().told(conflicts, present);
                throw new DomainException.Invalid(conflicts.stream()
                        .map(field -> new Violation(field.id(), MeanwhileText.of(field, present)))
                        .toList());
            }
            draft.edit(shown().merged(wanted, present));
        } catch (DomainException.Invalid invalid) {
            throw FieldGroups.grouped(invalid, Map.of(LINKS, LINKS, METADATA, METADATA));
        }
        return "flag-settings.xhtml?faces-redirect=true&project=" + here.getProject() + "&environment="
                + here.getEnvironment().key() + "&flag=" + frame.getKey();
    }

    private FlagTraits traits(FlagTraits present) {
        return present.withLinks(links()).withMetadata(metadata());
    }

    private List<FlagLink> links() {
        List<String> titles = here.values("linkTitle");
        List<String> urls = here.values("linkUrl");
        List<FlagLink> links = new ArrayList<>();
        for (int i = 0; i < Math.min(titles.size(), urls.size()); i++) {
            FlagLink link = new FlagLink(titles.get(i).strip(), urls.get(i).strip());
            if (!(link.title() + link.url()).isEmpty()) {
                links.add(link);
            }
        }
        return links;
    }

    private Map<String, String> metadata() {
        List<String> names = here.values("metadataName");
        List<String> values = here.values("metadataValue");
        Map<String, String> metadata = new TreeMap<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            String name = names.get(i).strip();
            if (!(name + values.get(i)).isBlank() && metadata.put(name, TypedValue.scalarJson(values.get(i))) != null) {
                throw new DomainException.Invalid(METADATA, name + " is there twice");
            }
        }
        return metadata;
    }

    /** Archives the flag as the page shows it. */
    public void archive() {
        carryOut("flag.archived", new ArchiveFlag(frame.key()));
    }

    /** Takes the flag out of the archive. */
    public void restore() {
        carryOut("flag.restored", new UnarchiveFlag(frame.key()));
    }

    /** Deletes the flag, which must be archived, and goes to the other flags. */
    public String delete() {
        flagChanges.delete(here.projectKey(), frame.key(), false, seen());
        messages.addSuccessAfterRedirect("flag.deleted", frame.getKey());
        return "flags.xhtml?faces-redirect=true&project=" + here.getProject() + "&environment="
                + here.getEnvironment().key();
    }

    /** Carries out an instruction, unless the flag is another than the confirmation says. */
    private void carryOut(String message, Instruction instruction) {
        seen().check("flag", frame.getFlag().version());
        ChangeBase base = new ChangeBase(Map.of(), OptionalLong.of(frame.projectRevision()));
        ChangeResult result = changes.apply(
                here.projectKey(), new ChangeRequest(ChangeStep.of(List.of(instruction)), base, ChangeNote.NONE));
        form = null;
        messages.addUndoable(result, message, frame.getKey());
    }

    /** The version that the confirmation says. */
    private ExpectedVersion seen() {
        String version = here.parameter("value");
        if (!version.matches("[0-9]{1,18}")) {
            throw new DomainException.Invalid("value", "is no version");
        }
        return ExpectedVersion.of(Long.parseLong(version));
    }
}
