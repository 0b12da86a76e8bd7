package dev.jackstaff.api.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.change.FlagMovement;
import dev.jackstaff.domain.movement.Movement;
import dev.jackstaff.domain.movement.Share;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Who is answered with another variant of a flag in an environment.
 *
 * @param shares by rule; empty if nobody is
 * @param contexts how many of the contexts of the request; left out if it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MovementResponse(
        String flag, String environment, List<ShareResponse> shares, @Nullable Integer contexts) {
    public MovementResponse {
        shares = List.copyOf(shares);
    }

    /**
     * A share of those who match a rule and no other, or of those who match none.
     *
     * @param rule the id of the rule; left out for those who match none
     * @param name what people call the rule
     * @param share from 0 to 1; left out if it depends on the context
     * @param part with {@code whole}, the exact share
     * @param dependsOnContext whether the condition of the rule is another, so that it cannot be told beforehand
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ShareResponse(
            @Nullable String rule,
            @Nullable String name,
            @Nullable Double share,
            @Nullable BigInteger part,
            @Nullable BigInteger whole,
            boolean dependsOnContext) {
        static ShareResponse of(Movement movement) {
            Share share = movement.share().orElse(null);
            return new ShareResponse(
                    movement.rule().isEmpty() ? null : movement.rule(),
                    movement.rule().isEmpty() ? null : movement.ruleName(),
                    share == null ? null : share.value(),
                    share == null ? null : share.part(),
                    share == null ? null : share.whole(),
                    share == null);
        }
    }

    static MovementResponse of(FlagMovement movement) {
        OptionalInt contexts = movement.contexts();
        return new MovementResponse(
                movement.flag().value(),
                movement.environment().value(),
                movement.movements().stream().map(ShareResponse::of).toList(),
                contexts.isPresent() ? contexts.getAsInt() : null);
    }
}
