package dev.jackstaff.domain.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of the audit trail: the first signs, all verify. Configured once, before anything is recorded. */
@ApplicationScoped
public class AuditKeys {
    private static final String SETTING = "JACKSTAFF_AUDIT_SECRET";

    private volatile List<AuditKey> keys = List.of();
    private volatile Map<String, AuditKey> byId = Map.of();

    /**
     * Sets the secrets, separated by commas.
     *
     * @param secrets empty for none: then nothing is signed or sealed
     * @throws IllegalArgumentException if one is too short
     */
    public void configure(String secrets) {
        Map<String, AuditKey> configured = new LinkedHashMap<>();
        for (String secret : secrets.split(",", -1)) {
            if (secret.isBlank()) {
                continue;
            }
            try {
                AuditKey key = AuditKey.of(secret.strip());
                configured.put(key.id(), key);
            } catch (IllegalArgumentException invalid) {
                throw new IllegalArgumentException(SETTING + ": " + invalid.getMessage(), invalid);
            }
        }
        keys = List.copyOf(configured.values());
        byId = Map.copyOf(configured);
    }

    /** The key that signs; empty if there is none. */
    public Optional<AuditKey> current() {
        return keys.stream().findFirst();
    }

    /** The key of an id; empty if it is not known here. */
    public Optional<AuditKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
