package dev.jackstaff.cli.postgres;

import java.util.regex.Pattern;

/** How PostgreSQL says that it accepts connections. */
final class PostgresReadiness {
    static final Pattern LOG_LINE = Pattern.compile("database system is ready to accept connections");

    private PostgresReadiness() {}
}
