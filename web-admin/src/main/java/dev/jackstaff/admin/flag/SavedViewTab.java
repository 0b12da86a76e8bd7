package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.preference.SavedView;

/**
 * A saved view, among the tabs of the flag list.
 *
 * @param link the address of the list with its filters
 * @param open whether the page shows it, perhaps with other filters
 */
public record SavedViewTab(SavedView view, String link, boolean open) {
    public String getName() {
        return view.name();
    }

    public String getOwner() {
        return view.owner();
    }

    public boolean isShared() {
        return view.shared();
    }

    /** Whether the reader may change it. */
    public boolean isOwn() {
        return view.own();
    }

    public String getLink() {
        return link;
    }

    public boolean isOpen() {
        return open;
    }
}
