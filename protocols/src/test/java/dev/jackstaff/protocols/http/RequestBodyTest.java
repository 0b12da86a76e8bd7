package dev.jackstaff.protocols.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
    @Test
    void isTakenInUpToTheLimit() {
        assertThat(RequestBody.read(new ByteArrayInputStream(new byte[7]), 7)).hasSize(7);
        assertThat(RequestBody.read(new ByteArrayInputStream(new byte[7]), Integer.MAX_VALUE))
                .hasSize(7);
        assertThat(RequestBody.read(new ByteArrayInputStream(new byte[0]), 0)).isEmpty();
    }

    @Test
    void aMebibyteIsTheLimitUnlessAnotherOneIsSet() {
        assertThat(RequestBody.MAX_BYTES).isEqualTo(1_048_576);
    }
}
