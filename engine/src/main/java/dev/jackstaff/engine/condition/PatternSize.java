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

    private static final long BEYOND = Long.MAX_VALUE / 4_096;

    private final String expression;
    private final Deque<Long> around = new ArrayDeque<>();
    private int at;
    private long size;
    private long latest;

    private PatternSize(String expression) {
        this.expression = expression;
    }

    public static long of(String expression) {
        return new PatternSize(expression).measure();
    }

    private long measure() {
        while (at < expression.length()) {
            step(expression.charAt(at));
            at++;
        }
        while (!around.isEmpty()) {
            size = sum(size, around.pop());
        }
        return size;
    }

    private void step(char c) {
        switch (c) {
            case '(' -> {
                around.push(size);
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
        latest = part;
        size = sum(size, part);
    }

    private void close() {
        long group = Math.max(1, size);
        size = around.isEmpty() ? 0 : around.pop();
        add(group);
    }

    private void repeat() {
        int end = expression.indexOf('}', at);
        long most = end < 0 ? 0 : most(expression.substring(at + 1, end));
        if (most == 0) {
            add(1);
            return;
        }
        size -= latest;
        add(latest > BEYOND / most ? BEYOND : latest * most);
        at = end;
    }

    /** The higher count of a repetition; 0 if the braces hold none. */
    private static long most(String counts) {
        if (!counts.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ',') || counts.length() > 9) {
            return 0;
        }
        long most = 1;
        for (String count : counts.split(",", -1)) {
            most = Math.max(most, count.isEmpty() ? 0 : Long.parseLong(count));
        }
        return counts.isEmpty() ? 0 : most;
    }

    /** Reads an escape, with a name in braces if it has one; its size is one character. */
    private void escape() {
        at++;
        boolean named = at + 1 < expression.length()
                && "pPx".indexOf(expression.charAt(at)) >= 0
                && expression.charAt(at + 1) == '{';
        int end = named ? expression.indexOf('}', at) : -1;
        at = Math.max(at, end);
        add(1);
    }

    /** Reads a character class; its size is one character. A leading bracket belongs to the class. */
    private void bracket() {
        int from = at + 1;
        if (expression.startsWith("^", from)) {
            from++;
        }
        int i = from;
        while (i < expression.length() && (expression.charAt(i) != ']' || i == from)) {
            i = next(i);
        }
        at = i;
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
        return Math.min(BEYOND, one + other);
    }
}
