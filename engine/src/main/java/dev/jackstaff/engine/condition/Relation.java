package dev.jackstaff.engine.condition;

/** An order relation, decided by the sign of a comparison. */
public enum Relation {
    EQUAL("EQ"),
    GREATER("GT"),
    GREATER_OR_EQUAL("GTE"),
    LESS("LT"),
    LESS_OR_EQUAL("LTE");

    private final String suffix;

    Relation(String suffix) {
        this.suffix = suffix;
    }

    /** The suffix of the operators with this relation. */
    String suffix() {
        return suffix;
    }

    public boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
        };
    }
}
