package dev.jackstaff.api.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.Instruction;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionReaderTest {
    private static Instruction<?> read(String json) {
        InstructionBody body = JsonBody.read(json.getBytes(StandardCharsets.UTF_8), InstructionBody.class);
        return new InstructionReader(body, "changes[0]").read();
    }

    private static String withFlag(String members) {
        return "{\"flag\":\"checkout\"," + members + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\":\"turn-on\"",
                "\"type\":\"turn-off\"",
                "\"type\":\"set-off-variant\",\"variant\":\"off\"",
                "\"type\":\"set-off-variant\",\"variant\":null",
                "\"type\":\"set-fallthrough\",\"outcome\":{\"split\":[{\"variant\":\"a\",\"weight\":1}]}",
                "\"type\":\"add-rule\",\"definition\":{\"id\":\"r\",\"outcome\":{\"off\":true}},\"before\":\"q\"",
                "\"type\":\"update-rule\",\"rule\":\"r\",\"definition\":{\"name\":\"R\",\"outcome\":{\"off\":true}}",
                "\"type\":\"move-rule\",\"rule\":\"r\"",
                "\"type\":\"remove-rule\",\"rule\":\"r\"",
                "\"type\":\"pause-rule\",\"rule\":\"r\"",
                "\"type\":\"resume-rule\",\"rule\":\"r\"",
                "\"type\":\"set-rollout\",\"rule\":\"r\",\"rollout\":{\"basisPoints\":2500,\"stickiness\":\"account\"}",
                "\"type\":\"rename\",\"name\":\"Pay\"",
                "\"type\":\"describe\",\"description\":\"\"",
                "\"type\":\"set-owner\",\"owner\":\"ada\"",
                "\"type\":\"set-kind\",\"kind\":\"kill-switch\"",
                "\"type\":\"set-tags\",\"tags\":[\"a\"]",
                "\"type\":\"set-server-only\",\"serverOnly\":true",
                "\"type\":\"add-variant\",\"variant\":\"v\",\"value\":{\"a\":[1]},\"description\":\"d\",\"before\":\"w\"",
                "\"type\":\"update-variant\",\"variant\":\"v\",\"value\":null",
                "\"type\":\"remove-variant\",\"variant\":\"v\"",
                "\"type\":\"add-prerequisite\",\"prerequisite\":\"login\",\"variants\":[\"on\"]",
                "\"type\":\"remove-prerequisite\",\"prerequisite\":\"login\""
            })
    void whatIsWrittenIsReadAgain(String members) {
        Instruction<?> instruction = read(withFlag(members));

        String written = new String(JsonBody.write(InstructionWriter.write(instruction)), StandardCharsets.UTF_8);

        assertThat(read(written)).describedAs(written).isEqualTo(instruction);
    }

    @Test
    void everyTypeIsReadHere() {
        assertThat(InstructionType.values()).hasSize(22);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\":\"explode\"",
                "\"type\":\"turn-on\",\"rule\":\"r\"",
                "\"type\":\"set-off-variant\"",
                "\"type\":\"set-off-variant\",\"variant\":7",
                "\"type\":\"remove-variant\",\"variant\":null",
                "\"type\":\"add-variant\",\"variant\":\"v\"",
                "\"type\":\"set-kind\",\"kind\":\"none\"",
                "\"type\":\"set-tags\",\"tags\":[null]",
                "\"type\":\"update-rule\",\"rule\":\"r\",\"definition\":{\"id\":\"q\",\"outcome\":{\"off\":true}}",
                "\"type\":\"add-prerequisite\""
            })
    void whatIsNoInstructionIsRefusedWithItsPlace(String members) {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> read(withFlag(members)))
                .satisfies(invalid ->
                        assertThat(invalid.violations().get(0).field()).startsWith("changes[0]."));
    }
}
