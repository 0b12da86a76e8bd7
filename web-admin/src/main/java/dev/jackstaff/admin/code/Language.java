package dev.jackstaff.admin.code;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;

/** How a language, with OpenFeature's SDK for it, writes types and values of flags. */
enum Language {
    JAVASCRIPT(
            new String[] {"Boolean", "String", "Number", "Number", "Object"},
            new String[] {"boolean", "string", "number", "number", "object"},
            "{}"),
    JAVA(
            new String[] {"Boolean", "String", "Integer", "Double", "Object"},
            new String[] {"boolean", "String", "int", "double", "Value"},
            "new Value()"),
    PYTHON(
            new String[] {"boolean", "string", "integer", "float", "object"},
            new String[] {"bool", "str", "int", "float", "dict"},
            "{}"),
    GO(
            new String[] {"Boolean", "String", "Int", "Float", "Object"},
            new String[] {"bool", "string", "int64", "float64", "any"},
            "nil"),
    CSHARP(
            new String[] {"Boolean", "String", "Integer", "Double", "Object"},
            new String[] {"bool", "string", "int", "double", "Value"},
            "new Value()");

    private final String[] methods;
    private final String[] types;
    private final String emptyObject;

    Language(String[] methods, String[] types, String emptyObject) {
        this.methods = methods;
        this.types = types;
        this.emptyObject = emptyObject;
    }

    /** The part of the name of the method that asks for a value of a type. */
    String method(ValueType type) {
        return methods[type.ordinal()];
    }

    /** The name of a type. */
    String type(ValueType type) {
        return types[type.ordinal()];
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
