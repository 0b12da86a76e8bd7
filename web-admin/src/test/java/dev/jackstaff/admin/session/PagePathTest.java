package dev.jackstaff.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/flags.xhtml", "/flag.xhtml?project=demo&flag=a.b~c-d", "/flags.xhtml?q=%C3%A9+x"})
    void aPageOfThisApplicationIsKept(String path) {
        assertThat(PagePath.parse(path).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example",
                "/..//evil.example",
                "/login.xhtml",
                "/a\r\nSet-Cookie: x=y",
                "/flags.xhtml?q=\"><script>"
            })
    void anythingElseLeadsToTheStart(String path) {
        assertThat(PagePath.parse(path)).isEqualTo(PagePath.START);
    }
}
