package dev.jackstaff.domain.storage;

import jakarta.persistence.AttributeConverter;
import java.util.function.Function;

/**
 * A JPA converter of values to JSON, which the driver reads as an object whose text is the JSON. Its subclasses implement
 * {@link AttributeConverter} once more, because EclipseLink looks for the types of a conversion at the class itself.
 */
public abstract class JsonConverter<T> implements AttributeConverter<T, Object> {
    private final Function<T, String> write;
    private final Function<String, T> read;

    protected JsonConverter(Function<T, String> write, Function<String, T> read) {
        this.write = write;
        this.read = read;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        return write.apply(value);
    }

    @Override
    public T convertToEntityAttribute(Object json) {
        return read.apply(json.toString());
    }
}
