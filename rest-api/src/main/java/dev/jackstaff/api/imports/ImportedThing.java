package dev.jackstaff.api.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.change.boundary.ImportOutcome;
import dev.jackstaff.protocols.unleash.conversion.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did with one flag or segment.
 *
 * @param outcome taken as it is, changed as the notes say, or lost for the reason they give; as those words
 * @param change created, updated or unchanged; left out where it is lost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportedThing(String key, String outcome, @Nullable String change, List<String> notes) {
    public ImportedThing {
        notes = List.copyOf(notes);
    }

    static ImportedThing of(String key, Outcome outcome, List<String> notes, @Nullable ImportOutcome change) {
        return new ImportedThing(key, outcome.label(), change == null ? null : change.label(), notes);
    }
}
