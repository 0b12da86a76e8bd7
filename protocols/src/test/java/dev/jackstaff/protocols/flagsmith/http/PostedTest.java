package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PostedTest {
    @Test
    void aBodyIsReadWhole() {
        Reply reply = Posted.answered(body(RequestBody.LARGEST), bytes -> Reply.of(Reply.OK, bytes));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).hasSize(RequestBody.LARGEST);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Reply reply = Posted.answered(body(RequestBody.LARGEST + 1), bytes -> Reply.empty(Reply.OK));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(text(reply)).isEqualTo("{\"detail\":\"the body has more than 1048576 bytes\"}");
    }

    @Test
    void aBodyThatIsTornIsRefused() {
        InputStream torn = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        Reply reply = Posted.answered(torn, bytes -> Reply.empty(Reply.OK));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(text(reply)).isEqualTo("{\"detail\":\"the body did not arrive whole\"}");
    }

    private static InputStream body(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
