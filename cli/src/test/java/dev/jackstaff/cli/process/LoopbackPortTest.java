package dev.jackstaff.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackPortTest {
    @Test
    void anUnusedPortIsFreeAndNobodyListens() throws IOException {
        LoopbackPort port = LoopbackPort.unused();

        assertThat(port.isFree()).isTrue();
        assertThat(port.isListening()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void aPortOnWhichSomebodyListensIsTaken(String address) throws IOException {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.getByName(address), 0));

            LoopbackPort port = new LoopbackPort(other.getLocalPort());

            assertThat(port.isFree()).isFalse();
            assertThat(port.isListening()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void aNumberThatIsNoPortIsRefused(int number) {
        assertThatThrownBy(() -> new LoopbackPort(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1..65535");
    }
}
