package dev.jackstaff.api.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.flag.FlagKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the same change of many flags did.
 *
 * @param dryRun whether nothing was changed
 * @param flags in the order of the request
 */
public record BulkResponse(boolean dryRun, List<Item> flags) {
    public BulkResponse {
        flags = List.copyOf(flags);
    }

    /**
     * One of the flags.
     *
     * @param outcome {@code changed}, {@code unchanged} or {@code refused}
     * @param problem why it was refused; left out if it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String flag, String outcome, List<String> sentences, @Nullable String problem) {
        public Item {
            sentences = List.copyOf(sentences);
        }

        static Item of(FlagKey flag, ChangeResult result) {
            return new Item(
                    flag.value(), result.effects().isEmpty() ? "unchanged" : "changed", result.sentences(), null);
        }

        static Item refused(FlagKey flag, DomainException refusal) {
            return new Item(flag.value(), "refused", List.of(), refusal.sentence());
        }
    }
}
