package dev.jackstaff.edge.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BackupEnvelopeTest {
    private static final byte[] CONTENT = "{\"revision\":12}".repeat(100).getBytes(StandardCharsets.UTF_8);
    private static final byte[] BYTES = new BackupEnvelope("grid a", "demo/production", CONTENT).toBytes();

    @Test
    void whatWasSealedIsRead() throws BackupEnvelope.InvalidBackupException {
        BackupEnvelope read = BackupEnvelope.of(BYTES);

        assertThat(read.origin()).isEqualTo("grid a");
        assertThat(read.name()).isEqualTo("demo/production");
        assertThat(read.content()).isEqualTo(CONTENT);
    }

    @Test
    void bytesThatWereCutAnywhereAreRefused() {
        for (int length = 0; length < BYTES.length; length++) {
            refused(Arrays.copyOf(BYTES, length));
        }
    }

    @Test
    void bytesThatGoOnAreRefused() {
        refused(Arrays.copyOf(BYTES, BYTES.length + 1));
    }

    @Test
    void oneBitChangedAnywhereIsNoticed() {
        for (int at = 0; at < BYTES.length; at++) {
            byte[] changed = BYTES.clone();
            changed[at] ^= 1;
            refused(changed);
        }
    }

    @Test
    void aFormatOfTheFutureIsRefused() {
        byte[] bytes = BYTES.clone();
        bytes["jackstaff-backup ".length()] = '2';

        assertThatExceptionOfType(BackupEnvelope.InvalidBackupException.class)
                .isThrownBy(() -> BackupEnvelope.of(bytes))
                .withMessageContaining("format");
    }

    private static void refused(byte[] bytes) {
        assertThatExceptionOfType(BackupEnvelope.InvalidBackupException.class)
                .isThrownBy(() -> BackupEnvelope.of(bytes));
    }
}
