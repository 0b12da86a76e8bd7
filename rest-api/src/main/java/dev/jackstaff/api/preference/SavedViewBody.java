package dev.jackstaff.api.preference;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.preference.SavedViewDetails;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that saves a view of the list of flags.
 *
 * @param query the query string of the list, without the question mark
 * @param shared whether all who see the project see the view; left out for false
 */
public record SavedViewBody(@Nullable String name, @Nullable String query, @Nullable Boolean shared) {
    SavedViewDetails toDetails() {
        return new SavedViewDetails(
                RequestFields.required("name", name), RequestFields.text(query), Boolean.TRUE.equals(shared));
    }
}
