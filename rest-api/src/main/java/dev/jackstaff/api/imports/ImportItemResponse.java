package dev.jackstaff.api.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.protocols.unleash.conversion.ConversionStatus;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The import result of one flag or segment.
 *
 * @param outcome taken as it is, changed as the notes say, or lost for the reason they give; as those words
 * @param change created, updated or unchanged; left out if it is lost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportItemResponse(
        String key,
        @Schema(enumeration = {"taken", "changed", "lost"}) String outcome,
        @Schema(enumeration = {"created", "updated", "unchanged"}) @Nullable String change,
        List<String> notes) {
    public ImportItemResponse {
        notes = List.copyOf(notes);
    }

    /**
     * The result of what was converted, and then stored or refused.
     *
     * @param stored null if the conversion lost it
     */
    static ImportItemResponse of(
            String key, ConversionStatus converted, List<String> notes, @Nullable ImportResult stored) {
        if (converted == ConversionStatus.LOST || stored == null) {
            return new ImportItemResponse(key, ConversionStatus.LOST.label(), null, notes);
        }
        if (stored.outcome() == ImportOutcome.REFUSED) {
            return new ImportItemResponse(key, ConversionStatus.LOST.label(), null, stored.notes());
        }
        List<String> all =
                Stream.concat(notes.stream(), stored.notes().stream()).toList();
        ConversionStatus status = all.isEmpty() ? ConversionStatus.TAKEN : ConversionStatus.CHANGED;
        return new ImportItemResponse(key, status.label(), stored.outcome().label(), all);
    }

    boolean has(ConversionStatus status) {
        return outcome.equals(status.label());
    }
}
