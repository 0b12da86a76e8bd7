package dev.jackstaff.engine;

import java.math.BigDecimal;

/**
 * A typed flag value. Its JSON text is created once and keeps the type: a number always has a decimal point, unless a
 * document spelled it otherwise.
 */
public sealed interface Value {
    /** The largest integer every client can hold: 2⁵³−1. */
    long MAX_INTEGER = 9_007_199_254_740_991L;

    /** The maximum nesting depth of a JSON value, small enough that any document holding one can be read. */
    int MAX_JSON_DEPTH = 50;

    ValueType type();

    /** This value as JSON text. */
    String json();

    /** This value as plain text: a string without quotes, all others as their JSON. */
    default String text() {
        return json();
    }

    static Value of(boolean value) {
        return value ? BooleanValue.TRUE : BooleanValue.FALSE;
    }

    static Value of(String value) {
        return new StringValue(value, JsonText.quoted(value));
    }

    static Value of(long value) {
        return new IntegerValue(value, Long.toString(value));
    }

    static Value of(double value) {
        return new NumberValue(value, NumberValue.written(value));
    }

    /**
     * The value of the given type that a JSON text holds.
     *
     * @throws IllegalArgumentException if the text is not JSON, of another type, beyond the type's range, or nested
     *     deeper than {@link #MAX_JSON_DEPTH}
     */
    static Value parse(ValueType type, String json) {
        return of(type, JsonText.parse(json));
    }

    /**
     * The value of the given type that a parsed JSON text holds.
     *
     * @throws IllegalArgumentException as {@link #parse} does
     */
    static Value of(ValueType type, JsonText text) {
        return switch (type) {
            case BOOLEAN -> of(text.asBoolean());
            case STRING -> of(text.asString());
            case INTEGER -> of(text.asInteger());
            case NUMBER -> of(text.asNumber());
            case JSON -> {
                if (text.depth() > MAX_JSON_DEPTH) {
                    throw new IllegalArgumentException("a value must be nested at most " + MAX_JSON_DEPTH + " deep");
                }
                yield new JsonValue(text.json());
            }
        };
    }

    /** A boolean value. */
    record BooleanValue(boolean value) implements Value {
        private static final BooleanValue TRUE = new BooleanValue(true);
        private static final BooleanValue FALSE = new BooleanValue(false);

        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public String json() {
            return value ? "true" : "false";
        }
    }

    /** A string value. */
    record StringValue(String value, String json) implements Value {
        @Override
        public ValueType type() {
            return ValueType.STRING;
        }

        @Override
        public String text() {
            return value;
        }
    }

    /** An integer value within ±(2⁵³−1). */
    record IntegerValue(long value, String json) implements Value {
        public IntegerValue {
            if (value > MAX_INTEGER || value < -MAX_INTEGER) {
                throw new IllegalArgumentException("an integer must be within ±9007199254740991: " + value);
            }
        }

        @Override
        public ValueType type() {
            return ValueType.INTEGER;
        }
    }

    /** A finite double value. Its JSON has a decimal point, or is spelled as in its document. */
    record NumberValue(double value, String json) implements Value {
        public NumberValue {
            requireFinite(value);
        }

        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        private static String written(double value) {
            requireFinite(value);
            double magnitude = Math.abs(value);
            if (value == 0 || (magnitude >= 1e-3 && magnitude < 1e7)) {
                return Double.toString(value);
            }
            String plain = new BigDecimal(Double.toString(value)).toPlainString();
            return plain.indexOf('.') >= 0 ? plain : plain + ".0";
        }

        private static void requireFinite(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a number must be finite: " + value);
            }
        }
    }

    /** A JSON value of any shape, without insignificant white space if it comes from a native document. */
    record JsonValue(String json) implements Value {
        @Override
        public ValueType type() {
            return ValueType.JSON;
        }
    }
}
