package dev.jackstaff.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The Jackson module that reads and writes rules, outcomes, conditions, values and patches in the engine's grammar. */
final class DefinitionModule {
    private DefinitionModule() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("definitions");
        add(
                module,
                RuleDefinition.class,
                parser -> DefinitionReader.rule(new DocumentReader(parser)),
                DefinitionWriter::rule);
        add(
                module,
                OutcomeDefinition.class,
                parser -> DefinitionReader.outcome(new DocumentReader(parser)),
                DefinitionWriter::outcome);
        add(
                module,
                RolloutDefinition.class,
                parser -> DefinitionReader.rollout(new DocumentReader(parser)),
                DefinitionWriter::rollout);
        add(
                module,
                ConditionDefinition.class,
                parser -> DefinitionReader.condition(new DocumentReader(parser)),
                DefinitionWriter::condition);
        add(module, JsonText.class, JsonText::read, (generator, text) -> generator.writeRawValue(text.json()));
        add(
                module,
                MergePatch.class,
                parser -> new MergePatch(JsonText.read(parser)),
                (generator, patch) -> generator.writeRawValue(patch.document().json()));
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, ValueReader<T> reading, ValueWriter<T> writing) {
        module.addDeserializer(type, new Deserializer<>(type, reading));
        module.addSerializer(type, new Serializer<>(type, writing));
    }

    @FunctionalInterface
    private interface ValueReader<T> {
        T read(JsonParser parser) throws IOException;
    }

    @FunctionalInterface
    private interface ValueWriter<T> {
        void write(JsonGenerator generator, T value) throws IOException;
    }

    private static final class Deserializer<T> extends StdDeserializer<T> {
        private final transient ValueReader<T> reading;

        Deserializer(Class<T> type, ValueReader<T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return reading.read(parser);
        }

        /** Reads, and so refuses, a null like any other value. */
        @Override
        public T getNullValue(DeserializationContext context) {
            try {
                return reading.read(context.getParser());
            } catch (IOException torn) {
                throw new UncheckedIOException(torn);
            }
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }

    private static final class Serializer<T> extends StdSerializer<T> {
        private final transient ValueWriter<T> writing;

        Serializer(Class<T> type, ValueWriter<T> writing) {
            super(type);
            this.writing = writing;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            writing.write(generator, value);
        }
    }
}
