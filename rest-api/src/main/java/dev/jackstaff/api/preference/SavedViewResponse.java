package dev.jackstaff.api.preference;

import dev.jackstaff.domain.preference.SavedView;
import java.util.UUID;

/**
 * The body that describes a saved view in a response.
 *
 * @param shared whether all who see the project see the view
 * @param own whether it is that of the user who asks, who alone can change it
 * @param owner the e-mail address of the user who saved it
 */
public record SavedViewResponse(UUID id, String name, String query, boolean shared, boolean own, String owner) {
    static SavedViewResponse of(SavedView view) {
        return new SavedViewResponse(view.id(), view.name(), view.query(), view.shared(), view.own(), view.owner());
    }
}
