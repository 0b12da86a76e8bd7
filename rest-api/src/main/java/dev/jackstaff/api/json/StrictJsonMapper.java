package dev.jackstaff.api.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.jackstaff.engine.JsonText;

/** The JSON mapper of bodies: strict about unknown, duplicate or wrongly typed members, without coercion. */
final class StrictJsonMapper {
    static final JsonMapper MAPPER = mapper();

    private StrictJsonMapper() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder(JsonText.FACTORY.copy())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(DefinitionModule.module());
        for (CoercionInputShape other : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            builder.withCoercionConfig(LogicalType.Textual, text -> text.setCoercion(other, CoercionAction.Fail));
        }
        return builder.build();
    }
}
