package dev.jackstaff.protocols.ofrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotFoundException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfrepServletTest {
    @ParameterizedTest
    @CsvSource({
        "/ofrep/v1/evaluate/flags, ''",
        "/ofrep/v1/evaluate/flags/, ''",
        "//ofrep/v1//evaluate/flags//, ''",
        "/ofrep/v1/evaluate/flags/beta, beta",
        "/ofrep/v1/evaluate/flags/beta/, beta",
        "/ofrep/v1/evaluate/flags/..%2fflags, ../flags",
        "/ofrep/v1/evaluate/flags/..%2Fflags%2F, ../flags/",
        "/ofrep/v1/evaluate/flags/%2e%2e, ..",
        "/ofrep/v1/evaluate/flags/a%2Fb, a/b",
        "/ofrep/v1/evaluate/flags/a+b%20c, a+b c",
        "/ofrep/v1/evaluate/%66lags/beta;v=1, beta",
        "/ofrep/v1/evaluate/flags/%C3%A4, ä",
        "/ofrep/v1/evaluate/flags/%zz, %zz"
    })
    void thePathAsItWasSentNamesTheFlag(String path, String flag) {
        assertThat(OfrepServlet.flag(path)).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ofrep/v1/other/..%2fevaluate/flags",
                "/ofrep%2fv1/evaluate/flags/beta",
                "/x/..%2fofrep/v1/evaluate/flags"
            })
    void aPathThatOnlyDecodingMakesOneIsNotFound(String path) {
        assertThatThrownBy(() -> OfrepServlet.flag(path)).isInstanceOf(NotFoundException.class);
    }
}
