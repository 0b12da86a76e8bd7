package dev.jackstaff.domain.access;

import dev.jackstaff.domain.Labels;
import java.util.UUID;

/** Whom a role is granted to. */
public record GrantSubject(Kind kind, UUID id) {
    /** The kind of whom a role is granted to. */
    public enum Kind {
        USER("user"),
        GROUP("group"),
        SERVICE_ACCOUNT("service-account");

        public static final Labels<Kind> LABELS = Labels.of(values(), Kind::label);

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static GrantSubject user(UUID id) {
        return new GrantSubject(Kind.USER, id);
    }

    @Override
    public String toString() {
        return kind.label() + " " + id;
    }
}
