package dev.jackstaff.api.problem;

import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a database that cannot be reached, or takes no more connections, from a fault of the hub's own. */
final class DatabaseOutage {
    /** PostgreSQL's codes: no connection, too many of them, the server is shutting down, has crashed or is starting. */
    private static final Pattern CODES = Pattern.compile("08...|53300|57P0[123]");

    private DatabaseOutage() {}

    /** The cause that says so, if there is one. */
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
