package dev.jackstaff.admin.code;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.util.Locale;

/** How a language, with OpenFeature's SDK for it, writes types and values of flags. */
enum Language {
    JAVASCRIPT("{}"),
    JAVA("new Value()"),
    PYTHON("{}"),
    GO("nil"),
    CSHARP("new Value()");

    private final String emptyObject;

    Language(String emptyObject) {
        this.emptyObject = emptyObject;
    }

    /** The part of the name of the method that asks for a value of a type. */
    String method(ValueType type) {
        String method =
                switch (type) {
                    case BOOLEAN -> "Boolean";
                    case STRING -> "String";
                    case INTEGER -> this == JAVASCRIPT ? "Number" : this == GO ? "Int" : "Integer";
                    case NUMBER -> this == JAVASCRIPT ? "Number" : this == GO || this == PYTHON ? "Float" : "Double";
                    case JSON -> "Object";
                };
        return this == PYTHON ? method.toLowerCase(Locale.ROOT) : method;
    }

    /** The name of a type in Java. */
    static String javaType(ValueType type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case STRING -> "String";
            case INTEGER -> "int";
            case NUMBER -> "double";
            case JSON -> "Value";
        };
    }

    /** What else has to be imported for values of a type; empty for nothing. */
    String imported(ValueType type) {
        return this == JAVA && type == ValueType.JSON ? "import dev.openfeature.sdk.Value;\n" : "";
    }

    /** A value as a literal; an empty one in place of JSON, which languages write in ways of their own. */
    String literal(Value value) {
        if (value.type() == ValueType.JSON) {
            return emptyObject;
        }
        if (this == PYTHON && value.type() == ValueType.BOOLEAN) {
            return value.json().equals("true") ? "True" : "False";
        }
        return value.json();
    }
}
