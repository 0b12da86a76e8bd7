package dev.jackstaff.api.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ToggleRequestTest {
    @Test
    void withoutABodyNothingInParticularIsWanted() {
        assertThat(ToggleRequest.of(InputStream.nullInputStream()).enabled()).isNull();
    }

    @Test
    void aBodyThatBreaksOffIsTheClientsFault() {
        InputStream torn = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection is gone");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("the connection is gone");
            }
        };

        assertThatThrownBy(() -> ToggleRequest.of(torn)).isInstanceOf(BadRequestException.class);
    }
}
