package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Locale;

/**
 * The limits of what snapshots hold, so that every edge can hold all of them. A change that makes an environment larger
 * is refused beyond a limit; one that does not (a toggle, an archived or deleted flag, a shorter value) never is.
 */
@ApplicationScoped
public class ContentLimits {
    /** The default for one environment: 8 MiB. */
    public static final long DEFAULT_ENVIRONMENT_BYTES = 8L << 20;

    /** The default for all environments together: 24 MiB. */
    public static final long DEFAULT_INSTALLATION_BYTES = 24L << 20;

    private static final double MEBIBYTE = 1 << 20;

    @Inject
    EntityManager entities;

    @Inject
    UnitOfWork unitOfWork;

    private volatile Values current = new Values(DEFAULT_ENVIRONMENT_BYTES, DEFAULT_INSTALLATION_BYTES);

    /**
     * The limits.
     *
     * @param environmentBytes the most bytes of one environment
     * @param installationBytes the most bytes of all environments together
     */
    public record Values(long environmentBytes, long installationBytes) {}

    /** Replaces the limits. */
    public void configure(Values limits) {
        current = limits;
    }

    public Values current() {
        return current;
    }

    /** The size of all environments together, in bytes. */
    public long usedBytes() {
        Object sum = entities.createNativeQuery("select coalesce(sum(content_bytes), 0) from environment")
                .getSingleResult();
        return NativeColumns.number(sum);
    }

    /** Measures a new environment, and refuses it if it is too large. */
    void measureNew(String environment, Object id) {
        unitOfWork.flush();
        entities.createNativeQuery(
                        "update environment set content_bytes = environment_content_bytes(id, project_id) where id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .executeUpdate();
        Object bytes = entities.createNativeQuery("select content_bytes from environment where id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .getSingleResult();
        refuseExcess(environment, 0, NativeColumns.number(bytes));
    }

    /**
     * Refuses a change that makes an environment larger than its limit, or all of them together.
     *
     * @throws DomainException.Conflict with the size, the limit and what to do
     */
    void refuseExcess(String environment, long before, long after) {
        Values limits = current;
        if (after <= before) {
            return;
        }
        if (after > limits.environmentBytes) {
            throw tooLarge(
                    "the flags and segments of environment \"" + environment + "\"",
                    after,
                    limits.environmentBytes,
                    "jackstaff.hub.limits.environment");
        }
        long used = usedBytes();
        if (used > limits.installationBytes) {
            throw tooLarge(
                    "the flags and segments of all environments together",
                    used,
                    limits.installationBytes,
                    "jackstaff.hub.limits.installation");
        }
    }

    private static DomainException tooLarge(String what, long bytes, long limit, String setting) {
        return new DomainException.Conflict(what + " would have " + megabytes(bytes) + "; the limit is "
                + megabytes(limit) + " (" + setting
                + "). Shorten values, rules or segments, or archive or delete flags that are not needed any more");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f MiB", bytes / MEBIBYTE);
    }
}
