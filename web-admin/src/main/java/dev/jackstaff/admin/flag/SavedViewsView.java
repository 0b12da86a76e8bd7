package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.preference.SavedView;
import dev.jackstaff.domain.preference.SavedViewDetails;
import dev.jackstaff.domain.preference.boundary.SavedViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The saved views of the flag list: their tabs, and the dialogs that make, change and delete them. */
@Named
@RequestScoped
public class SavedViewsView {
    private static final String SAVED = "saved";

    @Inject
    Here here;

    @Inject
    SavedViews savedViews;

    @Inject
    FlagListAddress address;

    @Inject
    PageMessages messages;

    @Inject
    FacesContext faces;

    private final LazyValue<List<SavedView>> views = new LazyValue<>(() -> savedViews.list(here.projectKey()));
    private @Nullable String name;
    private @Nullable Boolean shared;
    private String newName = "";
    private boolean newShared;

    /** The views that the reader sees, their own first. */
    public List<SavedViewTab> getTabs() {
        return views.get(here).stream()
                .map(view -> new SavedViewTab(view, link(view), isOpen(view)))
                .toList();
    }

    private boolean isOpen(SavedView view) {
        return view.id().toString().equals(here.parameter(SAVED));
    }

    private String link(SavedView view) {
        return link(view.id(), SavedQuery.parse(view.query()));
    }

    private String link(UUID view, SavedQuery query) {
        Map<String, String> parameters = new TreeMap<>(query.parameters());
        parameters.put(SAVED, view.toString());
        return here.link("flags.xhtml", parameters);
    }

    /** The view that the address names; null if it names none, or one that the reader does not see. */
    public @Nullable SavedViewTab getOpen() {
        return getTabs().stream().filter(SavedViewTab::open).findFirst().orElse(null);
    }

    /** Whether the page shows another selection than the view that is open. */
    public boolean isChanged() {
        SavedViewTab open = getOpen();
        return open != null && !SavedQuery.parse(open.view().query()).equals(address.query());
    }

    /** Saves the present filters and order as a new view, and opens it. */
    public void create() {
        SavedQuery query = address.query();
        SavedView made =
                savedViews.create(here.projectKey(), new SavedViewDetails(newName, query.toString(), newShared));
        messages.addSuccessAfterRedirect("views.saved", made.name());
        show(link(made.id(), query));
    }

    /** Gives the view that is open its present filters and order. */
    public void keep() {
        SavedView view = own();
        replace(view, new SavedViewDetails(view.name(), address.query().toString(), view.shared()));
    }

    /** Renames the view that is open, and shares it or not. */
    public void update() {
        SavedView view = own();
        replace(view, new SavedViewDetails(getName(), view.query(), isShared()));
    }

    private void replace(SavedView view, SavedViewDetails details) {
        savedViews.update(here.projectKey(), view.id(), details);
        messages.addSuccessAfterRedirect("views.saved", details.name());
        show(link(view.id(), address.query()));
    }

    /** Deletes the view that is open, and shows all flags. */
    public void delete() {
        SavedView view = own();
        savedViews.delete(here.projectKey(), view.id());
        messages.addSuccessAfterRedirect("views.deleted", view.name());
        show(here.link("flags.xhtml"));
    }

    private SavedView own() {
        SavedViewTab open = getOpen();
        if (open == null) {
            throw new DomainException.NotFound("saved view", here.parameter(SAVED));
        }
        return open.view();
    }

    private void show(String target) {
        try {
            faces.getExternalContext().redirect(target);
            faces.responseComplete();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The name of the view that is open. */
    public String getName() {
        SavedViewTab open = getOpen();
        return name != null ? name : open == null ? "" : open.getName();
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Whether the view that is open is shared. */
    public boolean isShared() {
        SavedViewTab open = getOpen();
        return shared != null ? shared : open != null && open.isShared();
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(String newName) {
        this.newName = newName;
    }

    public boolean isNewShared() {
        return newShared;
    }

    public void setNewShared(boolean newShared) {
        this.newShared = newShared;
    }
}
