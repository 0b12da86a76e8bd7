package dev.jackstaff.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionedResourceHandlerTest {
    @ParameterizedTest
    @CsvSource({
        "/admin/jakarta.faces.resource/js/page.js.xhtml, /admin/jakarta.faces.resource/js/page.js.xhtml?v=1f",
        "/admin/r/faces.js.xhtml?ln=jakarta.faces, /admin/r/faces.js.xhtml?ln=jakarta.faces&v=1f",
        "/admin/r/core.js.xhtml?ln=primefaces&v=15.0.5, /admin/r/core.js.xhtml?ln=primefaces&v=15.0.5",
        "/admin/r/core.js.xhtml?ln=primefaces&amp;v=15.0.5, /admin/r/core.js.xhtml?ln=primefaces&amp;v=15.0.5",
        "/admin/r/a.js.xhtml?nv=3, /admin/r/a.js.xhtml?nv=3&v=1f"
    })
    void anAddressHasOneVersion(String path, String versioned) {
        assertThat(VersionedResourceHandler.hasVersion(path) ? path : VersionedResourceHandler.withVersion(path, "1f"))
                .isEqualTo(versioned);
    }

    @Test
    void anotherContentIsAnotherVersion() throws IOException {
        assertThat(version("a")).hasSize(16).isEqualTo(version("a")).isNotEqualTo(version("b"));
    }

    private static String version(String content) throws IOException {
        return VersionedResourceHandler.version(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
