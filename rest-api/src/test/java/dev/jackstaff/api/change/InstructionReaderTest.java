package dev.jackstaff.api.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagInstruction;
import dev.jackstaff.domain.change.InstructionType;
import dev.jackstaff.domain.change.InstructionWriter;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.change.StepReader;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionReaderTest {
    private static ChangeStep read(String json) {
        InstructionBody body = JsonBody.read(json.getBytes(StandardCharsets.UTF_8), InstructionBody.class);
        return new InstructionReader(body, "changes[0]", new EnvironmentKey("production")).read();
    }

    private static String withFlag(String members) {
        boolean complete = members.contains("\"segment\":\"beta")
                || members.contains("\"attribute\":")
                || members.contains("environment")
                || members.contains("project");
        return "{" + (complete ? "" : "\"flag\":\"checkout\",") + members + "}";
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
                "\"type\":\"set-value\",\"variant\":\"v\",\"value\":{\"a\":[1]}",
                "\"type\":\"set-value\",\"variant\":\"v\",\"value\":null",
                "\"type\":\"reset-value\",\"variant\":\"v\"",
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
                "\"type\":\"remove-prerequisite\",\"prerequisite\":\"login\"",
                "\"type\":\"set-rule-outcome\",\"rule\":\"r\",\"outcome\":{\"serve\":\"on\"}",
                "\"type\":\"set-rule-condition\",\"rule\":\"r\",\"condition\":{\"segment\":\"staff\"}",
                "\"type\":\"describe-rule\",\"rule\":\"r\",\"name\":\"R\",\"note\":\"why\"",
                "\"type\":\"move-variant\",\"variant\":\"v\",\"before\":\"w\"",
                "\"type\":\"set-schema\",\"schema\":{\"type\":\"object\"}",
                "\"type\":\"set-schema\",\"schema\":null",
                "\"type\":\"set-metadata\",\"metadata\":{\"team\":\"shop\",\"tier\":1,\"paid\":true}",
                "\"type\":\"set-links\",\"links\":[{\"title\":\"T\",\"url\":\"https://example.org\"}]",
                "\"type\":\"create-flag\",\"details\":{\"type\":\"json\",\"variants\":[{\"key\":\"a\",\"value\":{}}],"
                        + "\"schema\":{},\"bucketing\":\"md5/1\",\"metadata\":{\"a\":1},"
                        + "\"links\":[{\"title\":\"T\",\"url\":\"https://example.org\"}]}",
                "\"type\":\"create-flag\",\"details\":{\"type\":\"string\",\"variants\":[{\"key\":\"a\",\"value\":\"A\"}],"
                        + "\"prerequisites\":[{\"flag\":\"login\",\"variants\":[\"on\"]}]}",
                "\"type\":\"mark-stale\"",
                "\"type\":\"unmark-stale\"",
                "\"type\":\"archive-flag\"",
                "\"type\":\"unarchive-flag\"",
                "\"type\":\"delete-flag\",\"force\":true",
                "\"type\":\"restore-flag\",\"id\":\"7a9d6e0a-5b0f-4a3e-9a51-6d8f4c2b1e00\"",
                "\"type\":\"create-segment\",\"segment\":\"beta\",\"condition\":{\"segment\":\"staff\"}",
                "\"type\":\"rename-segment\",\"segment\":\"beta\",\"name\":\"Beta\"",
                "\"type\":\"describe-segment\",\"segment\":\"beta\",\"description\":\"who tries\"",
                "\"type\":\"set-condition\",\"segment\":\"beta\",\"condition\":{\"segment\":\"staff\"}",
                "\"type\":\"delete-segment\",\"segment\":\"beta\"",
                "\"type\":\"restore-segment\",\"segment\":\"beta\",\"id\":\"7a9d6e0a-5b0f-4a3e-9a51-6d8f4c2b1e00\"",
                "\"type\":\"create-attribute\",\"attribute\":\"plan\",\"valueType\":\"string\",\"description\":\"d\",\"values\":[\"a\"]",
                "\"type\":\"create-attribute\",\"attribute\":\"app version\",\"valueType\":\"semver\"",
                "\"type\":\"set-attribute-type\",\"attribute\":\"plan\",\"valueType\":\"date-time\"",
                "\"type\":\"describe-attribute\",\"attribute\":\"plan\",\"description\":\"what is paid\"",
                "\"type\":\"set-attribute-values\",\"attribute\":\"seats\",\"values\":[1,2.5]",
                "\"type\":\"delete-attribute\",\"attribute\":\"plan\"",
                "\"type\":\"create-environment\",\"environment\":\"eu\",\"production\":true,\"sortOrder\":4",
                "\"type\":\"create-environment\",\"environment\":\"eu\",\"colour\":\"pink\"",
                "\"type\":\"set-colour\",\"environment\":\"eu\",\"colour\":\"teal\"",
                "\"type\":\"rename-environment\",\"environment\":\"eu\",\"name\":\"Europe\"",
                "\"type\":\"set-production\",\"environment\":\"eu\",\"production\":false",
                "\"type\":\"set-sort-order\",\"environment\":\"eu\",\"sortOrder\":-1",
                "\"type\":\"delete-environment\",\"environment\":\"eu\",\"force\":true",
                "\"type\":\"rename-project\",\"name\":\"Shop\"",
                "\"type\":\"describe-project\",\"description\":\"what it sells\""
            })
    void whatIsWrittenIsReadAgain(String members) {
        ChangeStep instruction = read(withFlag(members));

        String written = InstructionWriter.write(instruction);

        assertThat(read(written)).describedAs(written).isEqualTo(instruction);
        if (instruction.instruction() instanceof StateInstruction
                || instruction.instruction() instanceof FlagInstruction) {
            assertThat(StepReader.read("[" + written + "]")).containsExactly(instruction);
        }
    }

    @Test
    void everyTypeIsReadHere() {
        assertThat(InstructionType.values()).hasSize(57);
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
                "\"type\":\"set-value\",\"variant\":\"v\"",
                "\"type\":\"set-schema\"",
                "\"type\":\"set-metadata\",\"metadata\":7",
                "\"type\":\"set-links\",\"links\":[{\"title\":\"T\"}]",
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
