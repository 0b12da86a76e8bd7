package dev.jackstaff.cli.postgres;

import java.util.regex.Pattern;

/** The log line with which PostgreSQL reports readiness. */
final class PostgresReadiness {
    static final Pattern LOG_LINE = Pattern.compile("database system is ready to accept connections");

    private PostgresReadiness() {}
}
