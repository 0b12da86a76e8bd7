package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.engine.EnvironmentAddress;
import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.protocols.json.JsonBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The registry of connected edge servers. A connection is refreshed while it stands; one without a refresh for a while
 * is removed.
 */
@ApplicationScoped
public class FlexflagServerRegistry {
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int MAX_ID_LENGTH = 200;

    private final Set<Server> servers = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    public FlexflagServerRegistry() {
        this(Clock.systemUTC());
    }

    FlexflagServerRegistry(Clock clock) {
        this.clock = clock;
    }

    /** A connected edge server. */
    public static final class Server {
        private final String id;
        private final UUID client = UUID.randomUUID();
        private final EnvironmentAddress environment;
        private final Clock clock;
        private final Instant connectedAt;
        private volatile Instant lastSeenAt;

        private Server(EnvironmentAddress environment, String id, Clock clock) {
            this.environment = environment;
            this.clock = clock;
            this.connectedAt = clock.instant();
            this.lastSeenAt = connectedAt;
            this.id = id.isEmpty() ? client.toString() : PrintableText.singleLine(id, MAX_ID_LENGTH);
        }

        /** The environment that it follows, {@code project/environment}. */
        public String environmentKey() {
            return environment.toString();
        }

        /** Records that the connection stands. */
        public void markSeen() {
            lastSeenAt = clock.instant();
        }

        /** The message that keeps the connection open. */
        byte[] ping() {
            return FlexflagSyncDocuments.message("ping", clock.instant(), data -> {});
        }

        /** The first message of the connection. */
        public byte[] greeting() {
            return FlexflagSyncDocuments.message("connected", connectedAt, data -> {
                data.writeStringField("client_id", client.toString());
                data.writeStringField("server_id", id);
                data.writeStringField("project_id", environment.project());
                data.writeStringField("environment", environment.environment());
            });
        }
    }

    /** Registers a server that has just connected. */
    public Server connect(String environment, String id) {
        Server server = new Server(EnvironmentAddress.parse(environment), id, clock);
        servers.add(server);
        return server;
    }

    /** Removes a server that has disconnected. */
    public void disconnect(Server server) {
        servers.remove(server);
    }

    /**
     * The document of all connected servers.
     *
     * @param others writers of edge servers that are known from elsewhere
     */
    byte[] document(List<JsonBytes.JsonContent> others) {
        Instant now = clock.instant();
        servers.removeIf(server -> server.lastSeenAt.plus(SILENCE).isBefore(now));
        List<Server> connected = List.copyOf(servers);
        return JsonBytes.object(generator -> {
            generator.writeArrayFieldStart("servers");
            for (Server server : connected) {
                Duration uptime = Duration.between(server.connectedAt, now);
                generator.writeStartObject();
                generator.writeStringField("id", server.id);
                generator.writeStringField("client_id", server.client.toString());
                generator.writeStringField("project_id", server.environment.project());
                generator.writeStringField("environment", server.environment.environment());
                generator.writeStringField("status", "connected");
                generator.writeStringField("connected_at", server.connectedAt.toString());
                generator.writeStringField("last_ping", server.lastSeenAt.toString());
                generator.writeNumberField("uptime_seconds", uptime.toSeconds());
                generator.writeStringField("uptime_human", humanReadable(uptime));
                generator.writeEndObject();
            }
            for (JsonBytes.JsonContent other : others) {
                generator.writeStartObject();
                other.writeTo(generator);
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeNumberField("total", connected.size() + others.size());
        });
    }

    /** A readable duration. */
    public static String humanReadable(Duration uptime) {
        if (uptime.toHours() > 0) {
            return uptime.toHours() + "h" + uptime.toMinutesPart() + "m";
        }
        return uptime.toMinutes() > 0
                ? uptime.toMinutes() + "m" + uptime.toSecondsPart() + "s"
                : uptime.toSeconds() + "s";
    }
}
