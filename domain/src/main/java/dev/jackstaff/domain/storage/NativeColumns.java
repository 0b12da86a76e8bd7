package dev.jackstaff.domain.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The columns of native queries, whose types depend on the driver. */
public final class NativeColumns {
    private NativeColumns() {}

    /** A column of any whole number. */
    public static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** A column of type timestamptz. */
    public static Instant instant(Object column) {
        if (column instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }

    /** The rows of a query for one column of text. */
    public static List<String> texts(List<?> rows) {
        return rows.stream().map(String.class::cast).toList();
    }
}
