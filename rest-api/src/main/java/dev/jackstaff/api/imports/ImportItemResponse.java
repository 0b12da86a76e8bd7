package dev.jackstaff.api.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.protocols.unleash.conversion.ConversionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The import result of one flag or segment.
 *
 * @param outcome taken as it is, changed as the notes say, or lost for the reason they give; as those words
 * @param change created, updated or unchanged; left out if it is lost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportItemResponse(String key, String outcome, @Nullable String change, List<String> notes) {
    public ImportItemResponse {
        notes = List.copyOf(notes);
    }

    static ImportItemResponse of(
            String key, ConversionStatus outcome, List<String> notes, @Nullable ImportOutcome change) {
        return new ImportItemResponse(key, outcome.label(), change == null ? null : change.label(), notes);
    }
}
