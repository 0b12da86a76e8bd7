package dev.jackstaff.protocols.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadMethodFilterTest {
    @ParameterizedTest
    @CsvSource({"HEAD, GET, true", "GET, GET, false", "POST, POST, false", "OPTIONS, OPTIONS, false"})
    void onlyHeadReachesTheRouteAsAnother(String sent, String seen, boolean head) throws Exception {
        String[] method = {""};
        boolean[] isHead = {false};

        new HeadMethodFilter()
                .doFilter(FakeRequest.of(sent, "/ofrep/v1/stream"), new FakeResponse(), (request, response) -> {
                    method[0] = ((HttpServletRequest) request).getMethod();
                    isHead[0] = HeadMethodFilter.isHead((HttpServletRequest) request);
                });

        assertThat(method[0]).isEqualTo(seen);
        assertThat(isHead[0]).isEqualTo(head);
    }
}
