package dev.jackstaff.admin.event;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.json.JsonBytes;
import dev.jackstaff.protocols.stream.EventStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The changes that one browser is told: {@code {"environment": "shop/production", "revision": 12, "flags": ["checkout"]}}, without
 * {@code flags} where these cannot be named. It begins with the revision of each environment. It ends after a while, and the browser
 * opens another: so the session is checked again.
 */
final class ChangeStream implements EventStream {
    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(20);
    private static final byte[] HEARTBEAT = bytes(":\n\n");
    private static final String OPENING = "retry: 2000\n:\n\n";

    private final ChangeLog log;
    private final Clock clock;
    private final Instant end;
    private final Map<String, Long> told = new HashMap<>();

    ChangeStream(ChangeLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
        this.end = clock.instant().plus(LENGTH);
    }

    @Override
    public boolean concerns(String environment) {
        return true;
    }

    @Override
    public byte[] initialEvents(LiveEnvironments now) {
        StringBuilder events = new StringBuilder(OPENING);
        log.retain(now.environments().keySet());
        for (ServedEnvironment served : now.environments().values()) {
            log.remember(served);
            told.put(served.key(), served.revision());
            events.append(event(served, Optional.empty()));
        }
        return bytes(events.toString());
    }

    @Override
    public byte[] update(LiveEnvironments now) {
        StringBuilder events = new StringBuilder();
        for (ServedEnvironment served : now.environments().values()) {
            Long before = told.put(served.key(), served.revision());
            if (before == null) {
                log.remember(served);
            } else if (before < served.revision()) {
                events.append(event(served, log.changedSince(served, before)));
            }
        }
        return bytes(events.toString());
    }

    private static String event(ServedEnvironment served, Optional<Set<String>> flags) {
        byte[] document = JsonBytes.object(json -> {
            json.writeStringField("environment", served.key());
            json.writeNumberField("revision", served.revision());
            if (flags.isPresent()) {
                json.writeArrayFieldStart("flags");
                for (String flag : flags.get()) {
                    json.writeString(flag);
                }
                json.writeEndArray();
            }
        });
        return "event: change\ndata: " + new String(document, StandardCharsets.UTF_8) + "\n\n";
    }

    @Override
    public byte[] heartbeat(LiveEnvironments now) {
        return HEARTBEAT.clone();
    }

    @Override
    public Duration heartbeatInterval() {
        return HEARTBEAT_INTERVAL;
    }

    @Override
    public boolean isAdmitted() {
        return clock.instant().isBefore(end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
