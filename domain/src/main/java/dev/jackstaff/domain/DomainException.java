package dev.jackstaff.domain;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A refusal of a use case, with a message that can be shown to the caller. Nothing was changed when one is thrown. */
public abstract sealed class DomainException extends RuntimeException {
    /** The kinds of refusals, for a {@code switch} over all of them. */
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

    /** The kind of this refusal, as its class says too. */
    public Kind kind() {
        return kind;
    }

    /** The fields that are the reason, each with its own; empty unless this is {@link Invalid} or {@link Conflict}. */
    public List<Violation> violations() {
        return List.of();
    }

    /** The time that the caller has to wait; zero unless this is {@link Throttled}. */
    public Duration retryAfter() {
        return Duration.ZERO;
    }

    /** The message. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** The named resource does not exist. */
    public static final class NotFound extends DomainException {
        public NotFound(String resource, Object key) {
            super(Kind.NOT_FOUND, "there is no " + resource + " \"" + key + "\"");
        }
    }

    /** The request is valid but conflicts with the current state. */
    public static final class Conflict extends DomainException {
        private final List<Violation> violations;

        public Conflict(String sentence) {
            super(Kind.CONFLICT, sentence);
            this.violations = List.of();
        }

        /** The conflict of several fields, each with what it was, is and would be. */
        public Conflict(String sentence, List<Violation> violations) {
            super(Kind.CONFLICT, sentence);
            this.violations = List.copyOf(violations);
        }

        public Conflict(String sentence, Throwable cause) {
            super(Kind.CONFLICT, sentence, cause);
            this.violations = List.of();
        }

        @Override
        public List<Violation> violations() {
            return violations;
        }

        /** The conflict of a new resource whose key is in use. */
        public static Conflict exists(String resource, Object key) {
            return new Conflict(resource + " \"" + key + "\" already exists");
        }
    }

    /** The resource was changed after the caller read it. */
    public static final class Stale extends DomainException {
        public Stale(String resource) {
            super(Kind.STALE, "the " + resource + " has been changed since it was read; read it again");
        }

        public Stale(String resource, Throwable cause) {
            super(Kind.STALE, "the " + resource + " has been changed since it was read; read it again", cause);
        }
    }

    /** The caller is known but not allowed to do this. */
    public static final class Forbidden extends DomainException {
        public Forbidden(String sentence) {
            super(Kind.FORBIDDEN, sentence);
        }
    }

    /** The caller is not authenticated. */
    public static final class Unauthenticated extends DomainException {
        public Unauthenticated(String sentence) {
            super(Kind.UNAUTHENTICATED, sentence);
        }
    }

    /** The caller made too many attempts or requests and must wait. */
    public static final class Throttled extends DomainException {
        private final Duration retryAfter;

        public Throttled(Duration retryAfter) {
            super(Kind.THROTTLED, "too many attempts; try again in " + retryAfter.toSeconds() + " s");
            this.retryAfter = retryAfter;
        }

        /** The refusal of what is more than a limit allows. */
        public Throttled(String limit, Duration retryAfter) {
            super(Kind.THROTTLED, limit + "; try again in " + retryAfter.toSeconds() + " s");
            this.retryAfter = retryAfter;
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The input is invalid; each violation names its field. There is at least one. */
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
