package dev.jackstaff.protocols.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTypeFilterTest {
    static Stream<Arguments> types() {
        return Stream.of(
                argumentSet("none", null, null, false),
                argumentSet("a type", "application/json", "application/json", false),
                argumentSet("with a charset", "text/plain; charset=utf-8", "text/plain; charset=utf-8", false),
                argumentSet("with a quoted parameter", "a/b;c=\"d;e\"", "a/b;c=\"d;e\"", false),
                argumentSet("with an empty parameter", "application/json;", "application/json;", false),
                argumentSet("two types", "application/json,application/json", "application/json", false),
                argumentSet("half a type", "json", null, true),
                argumentSet("no subtype", "application/", null, true),
                argumentSet("empty", "", null, true),
                argumentSet("a broken parameter", "application/json; charset", null, true),
                argumentSet("nonsense", ";;;", null, true));
    }

    @ParameterizedTest
    @MethodSource("types")
    void onlyAMediaTypePasses(@Nullable String sent, @Nullable String seen, boolean malformed) throws Exception {
        FakeRequest request = FakeRequest.post("/evaluate", new byte[0]);
        if (sent != null) {
            request.with("Content-Type", sent);
        }
        String[] type = {"unset"};
        String[] header = {"unset"};

        new ContentTypeFilter().doFilter(request, new FakeResponse(), (passed, response) -> {
            type[0] = passed.getContentType();
            header[0] = ((HttpServletRequest) passed).getHeader("content-type");
        });

        assertThat(type[0]).isEqualTo(seen).isEqualTo(header[0]);
        assertThat(request.getAttribute(ContentTypeFilter.MALFORMED) != null).isEqualTo(malformed);
    }
}
