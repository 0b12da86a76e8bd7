package dev.jackstaff.domain.storage;

import dev.jackstaff.domain.Labels;
import jakarta.persistence.AttributeConverter;
import java.util.function.Function;

/**
 * A JPA converter between values and a column: text as a string, or JSON, which the driver reads as an object whose
 * text is the JSON. Its subclasses implement {@link AttributeConverter} once more, because EclipseLink looks for the
 * types of a conversion at the class itself.
 */
public abstract class ColumnConverter<T, C> implements AttributeConverter<T, C> {
    private final Function<T, C> write;
    private final Function<C, T> read;

    protected ColumnConverter(Function<T, C> write, Function<C, T> read) {
        this.write = write;
        this.read = read;
    }

    @Override
    public C convertToDatabaseColumn(T value) {
        return write.apply(value);
    }

    @Override
    public T convertToEntityAttribute(C column) {
        return read.apply(column);
    }

    /** The reader of labels. A label without a constant is a defect of the stored data. */
    protected static <T extends Enum<T>> Function<String, T> readerOf(Labels<T> labels) {
        return label -> labels.find(label)
                .orElseThrow(() -> new IllegalStateException("unknown label in the database: " + label));
    }
}
