package dev.jackstaff.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/login",
                "/api/v1/auth/register",
                "/flexflag/api/v1/auth/login",
                "/admin/login.xhtml",
                "/api/v1/auth/login/",
                "//api/v1//auth/login",
                "/api/v1/auth/l%6Fgin",
                "/api/v1/auth;a=b/login;jsessionid=x"
            })
    void aLoginIsRecognizedHoweverItIsWritten(String path) {
        assertThat(LoginPaths.contain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/projects", "/api/v1/auth/profile", "/admin/flags.xhtml", "/api/v1/auth/login/x", "/%zz"
            })
    void allElseIsNone(String path) {
        assertThat(LoginPaths.contain(path)).isFalse();
    }
}
