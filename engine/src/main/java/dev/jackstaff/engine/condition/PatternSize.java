package dev.jackstaff.engine.condition;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The size of a regular expression with its counted repetitions written out, as RE2 compiles it: {@code (a{9}){9}} is
 * 81. It is an upper bound, apart from what surrounds groups, and is computed before the expression is compiled,
 * because compiling a too large one exhausts the memory.
 */
public final class PatternSize {
    /** The maximum size. It bounds the time that one character of a text takes to match. */
    public static final long MAX_SIZE = 3_000;

    private static final long SATURATED = Long.MAX_VALUE / 4_096;

    private final String expression;
    private final Deque<Long> outerSizes = new ArrayDeque<>();
    private int index;
    private long size;
    private long lastPart;

    private PatternSize(String expression) {
        this.expression = expression;
    }

    public static long of(String expression) {
        return new PatternSize(expression).measure();
    }

    private long measure() {
        while (index < expression.length()) {
            step(expression.charAt(index));
            index++;
        }
        while (!outerSizes.isEmpty()) {
            size = sum(size, outerSizes.pop());
        }
        return size;
    }

    private void step(char c) {
        switch (c) {
            case '(' -> {
                outerSizes.push(size);
                size = 0;
            }
            case ')' -> close();
            case '{' -> repeat();
            case '\\' -> escape();
            case '[' -> bracket();
            default -> add(1);
        }
    }

    private void add(long part) {
        lastPart = part;
        size = sum(size, part);
    }

    private void close() {
        long group = Math.max(1, size);
        size = outerSizes.isEmpty() ? 0 : outerSizes.pop();
        add(group);
    }

    private void repeat() {
        int end = expression.indexOf('}', index);
        long maxCount = end < 0 ? 0 : maxCountOf(expression.substring(index + 1, end));
        if (maxCount == 0) {
            add(1);
            return;
        }
        size -= lastPart;
        add(lastPart > SATURATED / maxCount ? SATURATED : lastPart * maxCount);
        index = end;
    }

    /** The higher count of a repetition; 0 if the braces hold none. */
    private static long maxCountOf(String counts) {
        if (!counts.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ',') || counts.length() > 9) {
            return 0;
        }
        long maxCount = 1;
        for (String count : counts.split(",", -1)) {
            maxCount = Math.max(maxCount, count.isEmpty() ? 0 : Long.parseLong(count));
        }
        return counts.isEmpty() ? 0 : maxCount;
    }

    /** Reads an escape, with a name in braces if it has one; its size is one character. */
    private void escape() {
        index++;
        boolean named = index + 1 < expression.length()
                && "pPx".indexOf(expression.charAt(index)) >= 0
                && expression.charAt(index + 1) == '{';
        int end = named ? expression.indexOf('}', index) : -1;
        index = Math.max(index, end);
        add(1);
    }

    /** Reads a character class; its size is one character. A leading bracket belongs to the class. */
    private void bracket() {
        int from = index + 1;
        if (expression.startsWith("^", from)) {
            from++;
        }
        int i = from;
        while (i < expression.length() && (expression.charAt(i) != ']' || i == from)) {
            i = next(i);
        }
        index = i;
        add(1);
    }

    /** The index after a character of a class, or after a class within it, as {@code [:alpha:]}. */
    private int next(int i) {
        if (expression.charAt(i) == '\\') {
            return i + 2;
        }
        int end = expression.startsWith("[:", i) ? expression.indexOf(":]", i) : -1;
        return end < 0 ? i + 1 : end + 2;
    }

    private static long sum(long one, long other) {
        return Math.min(SATURATED, one + other);
    }
}
