package dev.jackstaff.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.net.URI;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ApiResponseTest {
    private static final URI ASKED = URI.create("http://127.0.0.1:8080/api/v1/projects");

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet(
                        "a problem's detail with its violations",
                        "{\"title\":\"Invalid\",\"detail\":\"A key is wrong.\",\"violations\":[{\"field\":\"key\",\"message\":\"too"
                                + " long\"}]}",
                        "A key is wrong. (422)\n  key: too long"),
                argumentSet("a problem's title for want of a detail", "{\"title\":\"Invalid\"}", "Invalid (422)"),
                argumentSet(
                        "the details of an OFREP error",
                        "{\"errorCode\":\"FLAG_NOT_FOUND\",\"errorDetails\":\"no flag x\"}",
                        "no flag x (422)"),
                argumentSet("the status of a page", "<html>no</html>", ASKED + " answered 422"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalSpeaksTheServersWords(String body, String expected) {
        ApiResponse answer = new ApiResponse(ASKED, 422, OptionalLong.empty(), body);

        assertThat(answer.errorMessage()).isEqualTo(expected);
        assertThatThrownBy(answer::orThrow)
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(expected);
    }

    @Test
    void aPageWhereJsonBelongsIsAFailure() {
        assertThatThrownBy(() -> new ApiResponse(ASKED, 200, OptionalLong.empty(), "<html>").jsonObject())
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("without a JSON object");
    }
}
