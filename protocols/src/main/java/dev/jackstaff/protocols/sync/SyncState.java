package dev.jackstaff.protocols.sync;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.environment.EdgeReach;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.json.JsonBytes;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The revisions and ages of the environments that a key reaches, at one moment.
 *
 * @param complete whether these are all environments; if not, a missing one may still exist
 * @param ready whether the source serves from these itself: all there are, or all it knew before a restart
 * @param environments by key, in order
 */
public record SyncState(boolean complete, boolean ready, List<EnvironmentState> environments) {
    private static final double MAX_SECONDS = 1e9;
    private static final int TAG_BYTES = 16;

    public SyncState {
        environments = List.copyOf(environments);
    }

    /**
     * The state of one environment.
     *
     * @param key {@code project/environment}
     * @param age the time since the source last knew this revision to be the newest; null if it never did
     */
    public record EnvironmentState(String key, SnapshotHead head, @Nullable Duration age) {}

    /**
     * The current state of the environments that a key reaches; not complete while the key is too new for some. While
     * something changes, ages are too great rather than too small: each is read before its revision.
     */
    static SyncState of(LiveEnvironments live, Freshness freshness, EdgeReach reach) {
        Set<String> keys = reach.environments();
        boolean complete = live.isComplete() && reach.pending().isEmpty();
        boolean ready = live.isReady();
        Map<String, Duration> ages = ages(freshness, keys);
        List<EnvironmentState> environments = new ArrayList<>();
        live.environments().forEach((key, served) -> {
            if (keys.contains(key)) {
                environments.add(new EnvironmentState(key, SnapshotHead.of(served.snapshot()), ages.get(key)));
            }
        });
        environments.sort(Comparator.comparing(EnvironmentState::key));
        return new SyncState(complete, ready, environments);
    }

    private static Map<String, Duration> ages(Freshness freshness, Set<String> keys) {
        Map<String, Duration> ages = new HashMap<>();
        keys.forEach(key -> freshness.age(key).ifPresent(age -> ages.put(key, age)));
        return ages;
    }

    /**
     * The tag of this state, independent of ages: the same for the same revisions of the same environments. Not quoted.
     */
    public String tag() {
        StringBuilder text =
                new StringBuilder(64 * environments.size() + 1).append(complete).append(ready);
        for (EnvironmentState known : environments) {
            text.append('\n').append(known.key).append('\n').append(known.head.environmentId());
            text.append('\n').append(known.head.revision());
        }
        return fingerprint(text.toString());
    }

    /** The first half of a SHA-256, in hexadecimal digits. */
    static String fingerprint(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, TAG_BYTES);
    }

    /** The greatest of the ages; empty if one is not known. */
    public Optional<Duration> greatestAge() {
        Duration oldest = Duration.ZERO;
        for (EnvironmentState known : environments) {
            if (known.age == null) {
                return Optional.empty();
            }
            oldest = known.age.compareTo(oldest) > 0 ? known.age : oldest;
        }
        return Optional.of(oldest);
    }

    /** A copy with other ages; an environment that is not among them has none. */
    public SyncState withAges(Map<String, Duration> ages) {
        return new SyncState(
                complete,
                ready,
                environments.stream()
                        .map(known -> new EnvironmentState(known.key, known.head, ages.get(known.key)))
                        .toList());
    }

    /** A copy with one age for all environments, or none. */
    public SyncState withAges(Optional<Duration> age) {
        return new SyncState(
                complete,
                ready,
                environments.stream()
                        .map(known -> new EnvironmentState(known.key, known.head, age.orElse(null)))
                        .toList());
    }

    /** This state as a JSON document; ages in seconds. */
    public byte[] document() {
        return JsonBytes.object(json -> {
            json.writeBooleanField("complete", complete);
            json.writeBooleanField("ready", ready);
            json.writeArrayFieldStart("environments");
            for (EnvironmentState known : environments) {
                json.writeStartObject();
                json.writeStringField("key", known.key);
                json.writeStringField("id", known.head.environmentId());
                json.writeNumberField("revision", known.head.revision());
                if (known.age != null) {
                    seconds(json, "age", known.age);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** The ages only, as a JSON document. */
    public byte[] ages() {
        return JsonBytes.object(json -> {
            json.writeObjectFieldStart("ages");
            for (EnvironmentState known : environments) {
                if (known.age != null) {
                    seconds(json, known.key, known.age);
                }
            }
            json.writeEndObject();
        });
    }

    private static void seconds(JsonGenerator json, String name, Duration age) throws IOException {
        json.writeNumberField(name, seconds(age));
    }

    /** An age in the documents' form: seconds, to the millisecond. */
    static BigDecimal seconds(Duration age) {
        return BigDecimal.valueOf(age.toMillis(), 3);
    }

    /**
     * The age that a text stands for.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Duration parseAge(String seconds) {
        double number = Double.parseDouble(seconds);
        if (!(number >= 0 && number <= MAX_SECONDS)) {
            throw new IllegalArgumentException("an age is a number of seconds, not negative");
        }
        return Duration.ofNanos((long) (number * 1e9));
    }

    /**
     * The state in a document.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it contains none
     */
    public static SyncState read(byte[] document) {
        return SyncStateReader.readState(document);
    }

    /**
     * The ages in a document, by environment.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it contains none
     */
    public static Map<String, Duration> readAges(byte[] document) {
        return SyncStateReader.readAges(document);
    }
}
