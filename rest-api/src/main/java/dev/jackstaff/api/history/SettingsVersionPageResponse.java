package dev.jackstaff.api.history;

import dev.jackstaff.api.http.RevisionQueryParser;
import dev.jackstaff.domain.history.SettingsVersionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of versions of the settings of a flag in an environment, latest first.
 *
 * @param next the {@code cursor} of the next page, which may be empty; null if there is none
 */
public record SettingsVersionPageResponse(List<SettingsVersionResponse> items, @Nullable String next) {
    public SettingsVersionPageResponse {
        items = List.copyOf(items);
    }

    static SettingsVersionPageResponse of(List<SettingsVersionView> found, int limit) {
        return new SettingsVersionPageResponse(
                found.stream().map(SettingsVersionResponse::of).toList(),
                found.isEmpty()
                        ? null
                        : RevisionQueryParser.next(
                                found.size(), limit, found.get(found.size() - 1).revision()));
    }
}
