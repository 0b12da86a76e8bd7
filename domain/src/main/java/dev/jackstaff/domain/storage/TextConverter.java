package dev.jackstaff.domain.storage;

import dev.jackstaff.domain.Labels;
import jakarta.persistence.AttributeConverter;
import java.util.function.Function;

/**
 * A JPA converter of values to text. Its subclasses implement {@link AttributeConverter} once more, because EclipseLink
 * looks for the types of a conversion at the class itself.
 */
public abstract class TextConverter<T> implements AttributeConverter<T, String> {
    private final Function<T, String> write;
    private final Function<String, T> parse;

    protected TextConverter(Function<T, String> write, Function<String, T> parse) {
        this.write = write;
        this.parse = parse;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        return write.apply(value);
    }

    @Override
    public T convertToEntityAttribute(String text) {
        return parse.apply(text);
    }

    /** The parser of labels; a label without a constant is a defect of the stored data. */
    protected static <T extends Enum<T>> Function<String, T> parserOf(Labels<T> labels) {
        return label -> labels.find(label)
                .orElseThrow(() -> new IllegalStateException("unknown label in the database: " + label));
    }
}
