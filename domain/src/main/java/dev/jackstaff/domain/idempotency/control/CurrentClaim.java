package dev.jackstaff.domain.idempotency.control;

import dev.jackstaff.domain.idempotency.Claim;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claim of the current request, if that has one. */
@RequestScoped
public class CurrentClaim {
    private Claim.@Nullable Granted granted;

    /** Sets the claim that the request is carried out with. */
    public void set(Claim.Granted claim) {
        granted = claim;
    }

    Optional<Claim.Granted> find() {
        return Optional.ofNullable(granted);
    }
}
