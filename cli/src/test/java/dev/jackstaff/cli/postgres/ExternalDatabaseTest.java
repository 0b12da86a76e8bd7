package dev.jackstaff.cli.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.installation.DatabaseSettings;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {
    @Test
    void aDatabaseThatDoesNotAnswerIsRefusedWithItsAddress() throws IOException {
        LoopbackPort nobody = LoopbackPort.unused();
        DatabaseSettings database =
                new DatabaseSettings("jdbc:postgresql://127.0.0.1:" + nobody + "/flags", "ada", "secret");

        assertThatThrownBy(() -> new ExternalDatabase(database).requireReachable())
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("JACKSTAFF_DB_URL")
                .hasMessageContaining("127.0.0.1:" + nobody + " refused");
    }
}
