package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackstaff.cli.payara.JavaRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An edge on Payara Micro 7, which gets fixes, on a newer Java. Skipped, aloud, where there is no Java 21 or newer: the one that runs
 * the tests, one beside it, or that of {@code JACKSTAFF_TEST_JDK}.
 */
@UsesSharedStack
@Tag("fault")
class MaintainedEdgeST {
    private static final Path DATA = Path.of("target/edges/maintained/data").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern SERVER = Pattern.compile("Payara Micro +7\\.");

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;
    private final ManagementClient hub;

    MaintainedEdgeST(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
        this.hub = ManagementClient.of(installation);
    }

    @Test
    void itIsAMemberOfTheDataGridWithAHubOnAnotherServer() throws IOException {
        hub.createFlag("maintained-member");
        hub.toggle("maintained-member", false);
        try (ExtraEdge edge = ExtraEdge.startOn(newerJava(), "maintained-member", installation.overGrid())) {
            OfrepClient asked = OfrepClient.at(edge.awaitReady(quickstart).url(), quickstart);
            await().atMost(LIMIT)
                    .until(() -> asked.evaluate("maintained-member").status() == 200);
            for (int i = 1; i <= 20; i++) {
                long revision = hub.toggle("maintained-member", i % 2 == 1);
                await().atMost(LIMIT)
                        .until(() -> asked.evaluate("maintained-member").revision() >= revision);
            }
            assertThat(edge.logged(SERVER)).isPresent();

            edge.kill();
            hub.toggle("maintained-member", true);
            edge.restart();
            OfrepClient again = OfrepClient.at(edge.awaitReady(quickstart).url(), quickstart);

            await().atMost(LIMIT)
                    .until(() -> again.evaluate("maintained-member").value());
        }
    }

    private static JavaRuntime newerJava() {
        Optional<JavaRuntime> java = NewerJava.find();
        assumeTrue(java.isPresent(), "skipped: there is no Java 21 or newer here. Set JACKSTAFF_TEST_JDK to one.");
        return java.orElseThrow();
    }

    @Test
    void itFollowsTheHubAndComesBackFromItsDiskAfterACrash() throws IOException {
        JavaRuntime java = newerJava();
        hub.createFlag("maintained");
        hub.toggle("maintained", false);
        try (Relay upstream = Relay.to(quickstart.hubUrl())) {
            Map<String, String> settings =
                    new HashMap<>(ExtraEdge.httpUpstream(upstream.url(), hub.edgeKey("maintained")));
            settings.put("JACKSTAFF_EDGE_DATA", DATA.toString());
            try (ExtraEdge edge = ExtraEdge.startOn(java, "maintained", settings)) {
                OfrepClient asked = OfrepClient.at(edge.awaitReady(quickstart).url(), quickstart);
                await().atMost(LIMIT).until(() -> asked.evaluate("maintained").status() == 200);
                assertThat(asked.evaluate("maintained").value()).isFalse();
                assertThat(edge.logged(SERVER)).isPresent();
                assertThat(ListeningPorts.of(edge.pid())).containsExactly("127.0.0.1:" + edge.port());

                hub.toggle("maintained", true);
                await().atMost(LIMIT).until(() -> asked.evaluate("maintained").value());
                upstream.cut();
                edge.kill();
                edge.restart();
                edge.awaitReady(quickstart);

                assertThat(asked.withNewClient().evaluate("maintained").value()).isTrue();
            }
        }
    }
}
