package dev.jackstaff.domain.storage;

import dev.jackstaff.domain.DomainException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The translation of persistence failures (SQLSTATE, constraint) to domain exceptions. */
final class PersistenceExceptionTranslator {
    private static final Pattern CONSTRAINT = Pattern.compile("\"(\\w+_(?:uk|fk|ck|pk))\"");

    /** The messages by SQLSTATE; PostgreSQL documentation, appendix A. */
    private static final Map<String, String> CONTENTION = Map.of(
            "40001", "somebody else changed the same things at the same time; try again",
            "40P01", "somebody else changed the same things at the same time; try again",
            "55P03", "somebody else is changing the same things; try again");

    private static final Map<String, String> UNTRANSLATABLE = Map.of(
            "22021", "must not contain the null character",
            "22P05", "must not contain the null character");

    private PersistenceExceptionTranslator() {}

    static RuntimeException translate(PersistenceException failure) {
        if (failure instanceof OptimisticLockException stale) {
            return new DomainException.Stale(resourceName(stale), stale);
        }
        Optional<SQLException> sql = findSqlException(failure);
        if (sql.isEmpty()) {
            return failure;
        }
        String state = String.valueOf(sql.get().getSQLState());
        String contention = CONTENTION.get(state);
        if (contention != null) {
            return new DomainException.Conflict(contention, failure);
        }
        String untranslatable = UNTRANSLATABLE.get(state);
        if (untranslatable != null) {
            return new DomainException.Invalid("", untranslatable);
        }
        return constraintName(sql.get())
                .flatMap(ConstraintMessages::message)
                .<RuntimeException>map(sentence -> new DomainException.Conflict(sentence, failure))
                .orElse(failure);
    }

    private static String resourceName(OptimisticLockException stale) {
        Object entity = stale.getEntity();
        return entity == null ? "resource" : spaced(entity.getClass().getSimpleName());
    }

    private static String spaced(String className) {
        return className.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }

    private static Optional<SQLException> findSqlException(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return Optional.of(sql.getNextException() == null ? sql : sql.getNextException());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> constraintName(SQLException sql) {
        Matcher name = CONSTRAINT.matcher(String.valueOf(sql.getMessage()));
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }
}
