package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.WriteQuota;
import dev.jackstaff.domain.access.control.WriteThrottle;
import dev.jackstaff.domain.access.entity.ApiKeySecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The use cases of counting the writes of a credential. */
@ApplicationScoped
public class WriteLimit {
    @Inject
    WriteThrottle throttle;

    @Inject
    Clock clock;

    /**
     * Charges a write. Needs no role.
     *
     * @param credential a token or the secret of a key, which has been checked
     * @throws DomainException.Throttled if it comes too soon after too many
     */
    public void charge(String credential) {
        throttle.charge(ApiKeySecret.hash(credential), clock.instant());
    }

    /**
     * Tells what a credential may still write. Needs no role.
     *
     * @param credential a token or the secret of a key
     * @return empty if there is no limit
     */
    public Optional<WriteQuota> quota(String credential) {
        return throttle.quota(ApiKeySecret.hash(credential), clock.instant());
    }
}
