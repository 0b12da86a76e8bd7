package dev.jackstaff.domain.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

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

    /** An array of text, as a parameter; of values that have neither quotes nor backslashes, such as keys. */
    public static String array(Collection<?> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    /** The rows of a query for one column of text. */
    public static List<String> texts(List<?> rows) {
        return rows.stream().map(String.class::cast).toList();
    }
}
