package dev.jackstaff.domain;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Why a use case was refused, in a sentence fit for the caller. Nothing was changed where one of these is thrown. */
public abstract sealed class DomainException extends RuntimeException {
    /** The kinds of refusals, for a {@code switch} that answers every one of them. */
    public enum Kind {
        NOT_FOUND,
        CONFLICT,
        STALE,
        FORBIDDEN,
        UNAUTHENTICATED,
        THROTTLED,
        INVALID
    }

    private final Kind kind;

    private DomainException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    private DomainException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** The kind of this refusal, which its class also tells. */
    public Kind kind() {
        return kind;
    }

    /** The fields that cannot be so; empty unless this is {@link Invalid}. */
    public List<Violation> violations() {
        return List.of();
    }

    /** How long the caller has to wait; zero unless this is {@link Throttled}. */
    public Duration retryAfter() {
        return Duration.ZERO;
    }

    /** What the sentence says. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** There is no such thing. */
    public static final class NotFound extends DomainException {
        public NotFound(String resource, Object key) {
            super(Kind.NOT_FOUND, "there is no " + resource + " \"" + key + "\"");
        }
    }

    /** The request is sound, and what exists stands against it. */
    public static final class Conflict extends DomainException {
        public Conflict(String sentence) {
            super(Kind.CONFLICT, sentence);
        }

        public Conflict(String sentence, Throwable cause) {
            super(Kind.CONFLICT, sentence, cause);
        }
    }

    /** Somebody else changed it since the caller read it. */
    public static final class Stale extends DomainException {
        public Stale(String resource) {
            super(Kind.STALE, "the " + resource + " has been changed since it was read; read it again");
        }

        public Stale(String resource, Throwable cause) {
            super(Kind.STALE, "the " + resource + " has been changed since it was read; read it again", cause);
        }
    }

    /** The caller is known, and may not do this. */
    public static final class Forbidden extends DomainException {
        public Forbidden(String sentence) {
            super(Kind.FORBIDDEN, sentence);
        }
    }

    /** The caller is not known. */
    public static final class Unauthenticated extends DomainException {
        public Unauthenticated(String sentence) {
            super(Kind.UNAUTHENTICATED, sentence);
        }
    }

    /** The caller tried too often and has to wait. */
    public static final class Throttled extends DomainException {
        private final Duration retryAfter;

        public Throttled(Duration retryAfter) {
            super(Kind.THROTTLED, "too many attempts; try again in " + retryAfter.toSeconds() + " s");
            this.retryAfter = retryAfter;
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** What was sent cannot be; each violation names the field it is about. Never empty. */
    public static final class Invalid extends DomainException {
        private final List<Violation> violations;

        public Invalid(List<Violation> violations) {
            super(Kind.INVALID, violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
            this.violations = List.copyOf(violations);
        }

        public Invalid(String field, String message) {
            this(List.of(new Violation(field, message)));
        }

        @Override
        public List<Violation> violations() {
            return violations;
        }
    }
}
