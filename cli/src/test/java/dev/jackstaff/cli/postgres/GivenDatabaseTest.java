package dev.jackstaff.cli.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.installation.Database;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.terminal.Failure;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GivenDatabaseTest {
    @Test
    void aDatabaseThatDoesNotAnswerIsRefusedWithItsAddress() throws IOException {
        LoopbackPort nobody = LoopbackPort.unused();
        Database database = new Database("jdbc:postgresql://127.0.0.1:" + nobody + "/flags", "ada", "secret");

        assertThatThrownBy(() -> new GivenDatabase(database).check())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("JACKSTAFF_DB_URL")
                .hasMessageContaining("127.0.0.1:" + nobody + " refused");
    }
}
