package dev.jackstaff.api.problem;

import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The detection of an unreachable or overloaded database among the causes of a failure. */
final class DatabaseOutage {
    /**
     * The SQLSTATEs of an outage: no connection, too many of them, the server is shutting down, has crashed or is
     * starting.
     */
    private static final Pattern CODES = Pattern.compile("08...|53300|57P0[123]");

    private DatabaseOutage() {}

    /** The cause that shows it, if any. */
    static Optional<Throwable> find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAllocationException
                    || (cause instanceof SQLException refused && isOutage(refused))) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static boolean isOutage(SQLException refused) {
        String code = refused.getSQLState();
        return code != null && CODES.matcher(code).matches();
    }
}
