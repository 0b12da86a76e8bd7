package dev.jackstaff.protocols.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GzipCodingTest {
    static Stream<Arguments> headers() {
        return Stream.of(
                argumentSet("no header", null, false),
                argumentSet("an empty header", "", false),
                argumentSet("gzip", "gzip", true),
                argumentSet("its old name in capitals", "X-GZIP", true),
                argumentSet("one of several", "br, gzip;q=0.8", true),
                argumentSet("others only", "br, deflate", false),
                argumentSet("a weight of zero", "gzip; q=0.000", false),
                argumentSet("every coding", "*", true),
                argumentSet("every coding but gzip", "*, gzip;q=0", false),
                argumentSet("no coding at all", "*;q=0", false));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aClientAcceptsWhatItsHeaderSays(@Nullable String acceptEncoding, boolean acceptable) {
        assertThat(GzipCoding.isAcceptable(acceptEncoding)).isEqualTo(acceptable);
    }

    @Test
    void aCompressedDocumentCanBeRead() throws IOException {
        byte[] plain = "flags ".repeat(100).getBytes(StandardCharsets.UTF_8);
        byte[] compressed = GzipCoding.compress(plain, Deflater.BEST_SPEED);

        assertThat(compressed).hasSizeLessThan(plain.length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed))).hasBinaryContent(plain);
    }
}
