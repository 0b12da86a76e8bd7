package dev.jackstaff.engine.condition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A parser of a date and time with offset (RFC 3339), as lenient as Unleash's engine (yggdrasil, which uses chrono's
 * relaxed RFC 3339): date and time are separated by {@code T} or a space, numbers may lack leading zeros, white space
 * may surround them, and the offset may be {@code Z}, {@code UTC} or {@code ±hh:mm}, also without the colon. Seconds and
 * offset are required. Digits after the ninth of a fraction do not count. A leap second is the last nanosecond of the
 * second before it.
 */
final class DateTimeParser {
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_YEAR = 262_142;
    private static final int MAX_YEAR_DIGITS = 9;
    private static final int LEAP_SECOND = 60;
    private static final int LAST_NANO = 999_999_999;
    private static final int NANO_DIGITS = 9;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final char MINUS = '\u2212';

    private final String text;
    private int at;

    private DateTimeParser(String text) {
        this.text = text;
    }

    /** The instant that a text denotes; null if it denotes none. */
    static @Nullable Instant parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return new DateTimeParser(text).instant();
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private Instant instant() {
        int year = year();
        separator('-');
        int month = number(2);
        separator('-');
        int day = number(2);
        if (!at('T') && !at('t') && !at(' ')) {
            throw malformed();
        }
        at++;
        int hour = number(2);
        separator(':');
        int minute = number(2);
        separator(':');
        int second = number(2);
        int nano = at('.') ? fraction() : 0;
        skipSpace();
        int offset = offset();
        skipSpace();
        if (at < text.length() || Math.abs(year) > MAX_YEAR) {
            throw malformed();
        }
        boolean leap = second == LEAP_SECOND;
        LocalDateTime local = LocalDateTime.of(
                year, month, day, hour, minute, leap ? LEAP_SECOND - 1 : second, leap ? LAST_NANO : nano);
        return local.toInstant(ZoneOffset.UTC).minusSeconds(offset);
    }

    /** A year of up to four digits, or of more after a sign. */
    private int year() {
        skipSpace();
        boolean negative = at('-');
        if (!negative && !at('+')) {
            return number(4);
        }
        at++;
        int year = digits(MAX_YEAR_DIGITS);
        return negative ? -year : year;
    }

    /** A number of up to some digits, after white space. */
    private int number(int maxDigits) {
        skipSpace();
        return digits(maxDigits);
    }

    private int digits(int maxDigits) {
        int from = at;
        int number = 0;
        while (at < text.length() && at - from < maxDigits && isDigit(text.charAt(at))) {
            number = 10 * number + (text.charAt(at++) - '0');
        }
        if (at == from) {
            throw malformed();
        }
        return number;
    }

    private void separator(char expected) {
        skipSpace();
        if (!at(expected)) {
            throw malformed();
        }
        at++;
    }

    /** The nanoseconds of a fraction. */
    private int fraction() {
        int from = ++at;
        int nano = digits(NANO_DIGITS);
        for (int digits = at - from; digits < NANO_DIGITS; digits++) {
            nano *= 10;
        }
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return nano;
    }

    /** The offset from UTC in seconds. */
    private int offset() {
        if (at('Z') || at('z')) {
            at++;
            return 0;
        }
        if (text.regionMatches(true, at, "UTC", 0, 3)) {
            at += 3;
            return 0;
        }
        boolean negative = at('-') || at(MINUS);
        if (!negative && !at('+')) {
            throw malformed();
        }
        at++;
        int hours = twoDigits();
        while (at(':') || isSpace()) {
            at++;
        }
        int minutes = twoDigits();
        int seconds = hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE;
        if (minutes >= SECONDS_PER_MINUTE || seconds >= SECONDS_PER_DAY) {
            throw malformed();
        }
        return negative ? -seconds : seconds;
    }

    private int twoDigits() {
        int from = at;
        int number = digits(2);
        if (at - from < 2) {
            throw malformed();
        }
        return number;
    }

    private void skipSpace() {
        while (isSpace()) {
            at++;
        }
    }

    /** Whether the next character has Unicode's property White_Space. */
    private boolean isSpace() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
    }

    private boolean at(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static DateTimeException malformed() {
        return new DateTimeException("not a date and time with offset");
    }
}
